package dev.gill.lab.campaign;

import dev.gill.lab.servers.RealMediaWiki;
import dev.gill.model.Reader;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A MediaWiki whose 200 pages are restricted to administrators or open again, for 30 people in 20
 * groups, of which six may read what is restricted.
 */
final class MediaWilds implements Wilds {
  private static final int USERS = 30;
  private static final int GROUPS = 20;
  private static final int PAGES = 200;
  private static final int SWEEP_SECONDS = 2;
  private static final List<String> TRUSTED = List.of("g0", "g1", "g2", "g3", "g4", "g5");

  private final RealMediaWiki server;
  private final Prose prose = new Prose();
  private final Map<String, Set<String>> groupsOf = new TreeMap<>();
  private final Map<String, String> marks = new TreeMap<>();
  private final Set<String> restricted = new HashSet<>();

  private MediaWilds(RealMediaWiki server) {
    this.server = server;
  }

  static Wilds start(Path folder, Random random) throws Exception {
    MediaWilds wilds = new MediaWilds(RealMediaWiki.start(folder));
    for (int i = 0; i < USERS; i++) {
      wilds.groupsOf.put(
          "user" + i,
          new TreeSet<>(List.of("g" + random.nextInt(GROUPS), "g" + (6 + i % (GROUPS - 6)))));
    }
    return wilds;
  }

  @Override
  public Map<String, String> settings() {
    return Map.of(
        "type",
        "mediawiki",
        "url",
        server.api(),
        "internal-hosts",
        URI.create(server.api()).getAuthority(),
        "username",
        RealMediaWiki.BOT,
        "password",
        RealMediaWiki.BOT_PASSWORD,
        "restricted-audience",
        String.join(",", TRUSTED),
        "every",
        "1s",
        "sweep-every",
        SWEEP_SECONDS + "s",
        "requests-per-minute",
        "100000");
  }

  /** A sweep that was due may have waited for one more look. */
  @Override
  public Duration blind() {
    return Duration.ofSeconds(SWEEP_SECONDS + 2);
  }

  @Override
  public Map<String, Reader> people() {
    Map<String, Reader> people = new TreeMap<>();
    groupsOf.forEach(
        (user, groups) -> people.put(user, Reader.member(groups.toArray(String[]::new))));
    return people;
  }

  @Override
  public Set<String> marks() {
    return new LinkedHashSet<>(marks.values());
  }

  @Override
  public void fill(Random random, History history) throws Exception {
    Map<String, String> pages = new TreeMap<>();
    for (int i = 0; i < PAGES; i++) {
      String title = "Page " + i;
      marks.put(title, prose.mark());
      restricted.add(title);
      pages.put(title, text(title, random));
      history.changing(marks.get(title), readers(title));
      history.changed(marks.get(title), readers(title));
    }
    writeRestricted();
    server.take(pages);
  }

  @Override
  public void change(Random random, History history) throws Exception {
    String title = "Page " + random.nextInt(PAGES);
    if (random.nextInt(4) == 0) {
      server.write(title, text(title, random));
      return;
    }
    if (!restricted.add(title)) {
      restricted.remove(title);
    }
    history.changing(marks.get(title), readers(title));
    writeRestricted();
    history.changed(marks.get(title), readers(title));
  }

  private String text(String title, Random random) {
    String mark = marks.get(title);
    return "== Of %s ==\n%s".formatted(mark, Prose.of(mark, random));
  }

  private Set<String> readers(String title) {
    if (!restricted.contains(title)) {
      return groupsOf.keySet();
    }
    Set<String> readers = new HashSet<>();
    groupsOf.forEach(
        (user, groups) -> {
          if (groups.stream().anyMatch(TRUSTED::contains)) {
            readers.add(user);
          }
        });
    return readers;
  }

  private void writeRestricted() throws Exception {
    server.restrict(restricted.toArray(String[]::new));
  }

  @Override
  public void close() {
    server.close();
  }
}
