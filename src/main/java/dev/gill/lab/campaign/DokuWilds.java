package dev.gill.lab.campaign;

import dev.gill.lab.servers.RealDokuWiki;
import dev.gill.model.GroupId;
import dev.gill.model.Identity;
import dev.gill.model.Reader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** A DokuWiki of 30 users in 20 groups, each of whose 200 pages names its readers. */
final class DokuWilds implements Wilds {
  private static final int USERS = 30;
  private static final int GROUPS = 20;
  private static final int PAGES = 200;

  private final RealDokuWiki server;
  private final Prose prose = new Prose();
  private final Map<String, Set<String>> groupsOf = new TreeMap<>();
  private final Map<String, Set<String>> rules = new TreeMap<>();
  private final Map<String, String> marks = new TreeMap<>();

  private DokuWilds(RealDokuWiki server) {
    this.server = server;
  }

  static Wilds start(Path folder, Random random) throws Exception {
    DokuWilds wilds = new DokuWilds(RealDokuWiki.start(folder));
    for (int i = 0; i < USERS; i++) {
      Set<String> groups = new HashSet<>();
      for (int each = random.nextInt(4); each >= 0; each--) {
        groups.add("g" + random.nextInt(GROUPS));
      }
      wilds.groupsOf.put("user" + i, groups);
    }
    return wilds;
  }

  @Override
  public Map<String, String> settings() {
    return Map.of(
        "type",
        "dokuwiki",
        "url",
        server.url(),
        "internal-hosts",
        URI.create(server.url()).getAuthority(),
        "username",
        RealDokuWiki.ADMIN,
        "password",
        RealDokuWiki.ADMIN_PASSWORD,
        "every",
        "1s",
        "requests-per-minute",
        "100000");
  }

  @Override
  public Duration blind() {
    return Duration.ZERO;
  }

  @Override
  public Map<String, Reader> people() {
    Map<String, Reader> people = new TreeMap<>();
    groupsOf.forEach(
        (user, groups) -> {
          Set<GroupId> all = new HashSet<>();
          groups.forEach(group -> all.add(new GroupId(GillProcess.SOURCE, group)));
          people.put(user, new Reader(Set.of(new Identity(GillProcess.SOURCE, user)), all));
        });
    return people;
  }

  @Override
  public Set<String> marks() {
    return new LinkedHashSet<>(marks.values());
  }

  @Override
  public void fill(Random random, History history) throws Exception {
    for (int i = 0; i < PAGES; i++) {
      String page = "closed:page" + i;
      marks.put(page, prose.mark());
      rules.put(page, someReaders(random));
      history.changing(marks.get(page), readers(page));
      history.changed(marks.get(page), readers(page));
    }
    writeRules();
    for (String page : marks.keySet()) {
      write(page, random);
    }
  }

  @Override
  public void change(Random random, History history) throws Exception {
    String page = "closed:page" + random.nextInt(PAGES);
    if (random.nextInt(4) == 0) {
      write(page, random);
      return;
    }
    Set<String> before = rules.put(page, someReaders(random));
    Set<String> after = readers(page);
    history.changing(marks.get(page), after);
    writeRules();
    history.changed(marks.get(page), after);
    if (before == null) {
      throw new IllegalStateException("there was no page " + page);
    }
  }

  private void write(String page, Random random) throws Exception {
    String mark = marks.get(page);
    server.write(page, "====== Of %s ======\n%s".formatted(mark, Prose.of(mark, random)));
  }

  /** Some groups and users, or nobody, or everybody. */
  private static Set<String> someReaders(Random random) {
    Set<String> readers = new HashSet<>();
    switch (random.nextInt(8)) {
      case 0 -> readers.add("@ALL");
      case 1 -> {}
      default -> {
        for (int each = random.nextInt(3); each >= 0; each--) {
          readers.add(
              random.nextInt(3) == 0
                  ? "user" + random.nextInt(USERS)
                  : "@g" + random.nextInt(GROUPS));
        }
      }
    }
    return readers;
  }

  private Set<String> readers(String page) {
    Set<String> named = rules.get(page);
    Set<String> readers = new HashSet<>();
    groupsOf.forEach(
        (user, groups) -> {
          if (named.contains("@ALL")
              || named.contains(user)
              || groups.stream().anyMatch(group -> named.contains("@" + group))) {
            readers.add(user);
          }
        });
    return readers;
  }

  private void writeRules() throws IOException {
    List<String> lines = new ArrayList<>(List.of("* @ALL 1", "* @user 16"));
    rules.forEach(
        (page, readers) -> {
          if (!readers.contains("@ALL")) {
            lines.add(page + " @ALL 0");
            readers.forEach(reader -> lines.add("%s %s 1".formatted(page, reader)));
          }
        });
    server.rules(lines.toArray(String[]::new));
  }

  @Override
  public void close() {
    server.close();
  }
}
