package dev.gill.lab.campaign;

import dev.gill.lab.servers.RealDokuWiki;
import dev.gill.model.GroupId;
import dev.gill.model.Identity;
import dev.gill.model.Reader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Pages of a DokuWiki, some in a namespace with readers of its own, some with readers of their own.
 */
final class DokuWikiTerrain implements Terrain {
  private static final String CLOSED = "closed:";

  /** Who may be named in an access list, by the word for it there. */
  private static final Map<String, String> NAMED =
      Map.of("@staff", "staff", "@leads", "leads", "mira", "mira");

  private final RealDokuWiki server;
  private final Prose prose = new Prose();
  private final Pages<String> pages = new Pages<>();
  private final SortedMap<String, Set<String>> own = new TreeMap<>();
  private Set<String> closedTo = Set.of("@leads");
  private int names;

  private DokuWikiTerrain(RealDokuWiki server) {
    this.server = server;
  }

  static Terrain start(Path folder) throws Exception {
    DokuWikiTerrain terrain = new DokuWikiTerrain(RealDokuWiki.start(folder));
    terrain.writeRules();
    return terrain;
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
        "sweep-every",
        "10s",
        "requests-per-minute",
        "100000");
  }

  @Override
  public int knownAfterSeconds() {
    return 3;
  }

  @Override
  public Map<String, Reader> people() {
    return Map.of(
        "visitor",
        Reader.anyone(),
        "staff",
        new Reader(Set.of(), Set.of(new GroupId(GillProcess.SOURCE, "staff"))),
        "leads",
        new Reader(Set.of(), Set.of(new GroupId(GillProcess.SOURCE, "leads"))),
        "mira",
        Reader.known(new Identity(GillProcess.SOURCE, "mira")));
  }

  @Override
  public Set<Act> possible() {
    Set<Act> possible = EnumSet.of(Act.CREATE, Act.REMEMBER);
    if (!pages.living().isEmpty()) {
      possible.addAll(EnumSet.of(Act.EDIT, Act.MOVE, Act.DELETE, Act.RESTRICT));
    }
    if (!pages.gone().isEmpty()) {
      possible.add(Act.RESTORE);
    }
    return possible;
  }

  @Override
  public String perform(Act act, Random random) throws Exception {
    return switch (act) {
      case CREATE -> write(name(random), prose.mark(), random);
      case EDIT -> write(pages.any(random), prose.mark(), random);
      case MOVE -> move(pages.any(random), random);
      case DELETE -> {
        String page = pages.any(random);
        server.write(page, "");
        pages.delete(page);
        yield page;
      }
      case RESTORE -> {
        String page = pages.anyGone(random);
        yield write(page, pages.restore(page), random);
      }
      case RESTRICT -> restrictOrOpen(pages.any(random), random);
      case REMEMBER -> {
        closedTo = someReaders(random);
        writeRules();
        yield CLOSED + "* " + closedTo;
      }
      default -> throw new IllegalArgumentException("no " + act + " here");
    };
  }

  private String move(String from, Random random) throws Exception {
    String mark = pages.living().remove(from);
    String to = write(name(random), mark, random);
    server.write(from, "");
    return from + " to " + to;
  }

  private String restrictOrOpen(String page, Random random) throws Exception {
    if (own.containsKey(page)) {
      own.remove(page);
    } else {
      own.put(page, someReaders(random));
    }
    writeRules();
    return page;
  }

  private String write(String page, String mark, Random random) throws Exception {
    server.write(page, "====== %s ======\n%s".formatted(page, Prose.of(mark, random)));
    pages.put(page, mark);
    return page;
  }

  private String name(Random random) {
    String space =
        switch (random.nextInt(4)) {
          case 0 -> CLOSED;
          case 1 -> "team:";
          case 2 -> "team:deep:";
          default -> "";
        };
    return "%spage%d".formatted(space, names++);
  }

  private static Set<String> someReaders(Random random) {
    Set<String> readers = new HashSet<>();
    for (String each : new TreeSet<>(NAMED.keySet())) {
      if (random.nextBoolean()) {
        readers.add(each);
      }
    }
    return readers;
  }

  private void writeRules() throws IOException {
    List<String> rules = new ArrayList<>(List.of("* @ALL 1", "* @user 16"));
    add(CLOSED + "*", closedTo, rules);
    own.forEach((page, readers) -> add(page, readers, rules));
    server.rules(rules.toArray(String[]::new));
  }

  private static void add(String scope, Set<String> readers, List<String> rules) {
    rules.add(scope + " @ALL 0");
    readers.forEach(reader -> rules.add("%s %s 1".formatted(scope, reader)));
  }

  @Override
  public SortedMap<String, Expected> documents() {
    SortedMap<String, Expected> expected = new TreeMap<>();
    pages
        .living()
        .forEach(
            (page, mark) -> {
              Set<String> readers = readers(page);
              if (!readers.isEmpty()) {
                expected.put(page, new Expected(mark, readers));
              }
            });
    return expected;
  }

  /** Pages that nobody but superusers may read are not taken. */
  private Set<String> readers(String page) {
    if (!own.containsKey(page) && !page.startsWith(CLOSED)) {
      return people().keySet();
    }
    Set<String> readers = new HashSet<>();
    own.getOrDefault(page, closedTo).forEach(each -> readers.add(NAMED.get(each)));
    return readers;
  }

  @Override
  public void stop() {
    server.stop();
  }

  @Override
  public void start(Random random) throws Exception {
    server.start();
  }

  @Override
  public void close() {
    server.close();
  }
}
