package dev.gill.lab.campaign;

import dev.gill.lab.servers.RealMediaWiki;
import dev.gill.model.Identity;
import dev.gill.model.Reader;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Pages of a MediaWiki. While it is open some are restricted; at every other start it is closed to
 * all but a group that accounts join and leave, and then opened again.
 */
final class MediaWikiTerrain implements Terrain {
  private static final List<String> ACCOUNTS = List.of("Mira", "Jonas", "Li");
  private static final String LEAD = "lead";

  private final RealMediaWiki server;
  private final Prose prose = new Prose();
  private final Pages<String> pages = new Pages<>();
  private final Set<String> restricted = new HashSet<>();
  private final Set<String> staff = new HashSet<>();
  private boolean closed;
  private int names;

  private MediaWikiTerrain(RealMediaWiki server) {
    this.server = server;
  }

  static Terrain start(Path folder) throws Exception {
    RealMediaWiki server = RealMediaWiki.start(folder);
    for (String account : ACCOUNTS) {
      server.account(account);
    }
    server.delete("Main Page");
    server.write("Template:Box", "Owned by nobody, {{CURRENTTIMESTAMP}}.");
    return new MediaWikiTerrain(server);
  }

  @Override
  public Map<String, String> settings() {
    return Map.of(
        "type", "mediawiki",
        "url", server.api(),
        "internal-hosts", URI.create(server.api()).getAuthority(),
        "username", RealMediaWiki.BOT,
        "password", RealMediaWiki.BOT_PASSWORD,
        "restricted-audience", "leads",
        "every", "1s",
        "sweep-every", "8s",
        "requests-per-minute", "100000");
  }

  @Override
  public int knownAfterSeconds() {
    return 12;
  }

  @Override
  public Map<String, Reader> people() {
    Map<String, Reader> people = new TreeMap<>();
    people.put("visitor", Reader.anyone());
    people.put(LEAD, Reader.member("leads"));
    for (String account : ACCOUNTS) {
      people.put(account, Reader.known(new Identity(GillProcess.SOURCE, account)));
    }
    return people;
  }

  @Override
  public Set<Act> possible() {
    Set<Act> possible = EnumSet.of(Act.CREATE);
    if (closed) {
      possible.add(Act.REMEMBER);
    }
    if (!pages.living().isEmpty()) {
      possible.addAll(EnumSet.of(Act.EDIT, Act.MOVE, Act.DELETE));
      if (!closed) {
        possible.add(Act.RESTRICT);
      }
    }
    if (!pages.gone().isEmpty()) {
      possible.add(Act.RESTORE);
    }
    return possible;
  }

  @Override
  public String perform(Act act, Random random) throws Exception {
    return switch (act) {
      case CREATE -> write(name(random), random);
      case EDIT -> edit(random);
      case MOVE -> move(pages.any(random), random);
      case DELETE -> delete(pages.any(random));
      case RESTORE -> restore(pages.anyGone(random));
      case RESTRICT -> {
        String title = pages.any(random);
        restrict(title, !restricted.contains(title));
        yield title;
      }
      case REMEMBER -> joinOrLeave(ACCOUNTS.get(random.nextInt(ACCOUNTS.size())));
      default -> throw new IllegalArgumentException("no " + act + " here");
    };
  }

  /** Now and then of what other pages take in. */
  private String edit(Random random) throws Exception {
    if (random.nextInt(10) > 0) {
      return write(pages.any(random), random);
    }
    server.write(
        "Template:Box",
        "Owned by %s {{CURRENTTIMESTAMP}}".formatted(Prose.of(prose.mark(), random)));
    return "Template:Box";
  }

  private String delete(String title) throws Exception {
    server.delete(title);
    pages.delete(title);
    restrict(title, false);
    return title;
  }

  private String restore(String title) throws Exception {
    server.undelete(title);
    pages.restore(title);
    return title;
  }

  private String joinOrLeave(String account) throws Exception {
    boolean joins = staff.add(account);
    if (!joins) {
      staff.remove(account);
    }
    server.member(account, "staff", joins);
    return account;
  }

  private String write(String title, Random random) throws Exception {
    String mark = prose.mark();
    String box = random.nextInt(4) == 0 ? "{{Box}}\n" : "";
    server.write(title, "%s== About it ==\n%s".formatted(box, Prose.of(mark, random)));
    pages.put(title, mark);
    return title;
  }

  /** What was restricted stays so under its other title. */
  private String move(String from, Random random) throws Exception {
    String to = name(random);
    boolean was = restricted.contains(from);
    if (was) {
      restrict(to, true);
    }
    server.move(from, to, random.nextBoolean());
    pages.put(to, pages.living().remove(from));
    restrict(from, false);
    return from + " to " + to;
  }

  private void restrict(String title, boolean on) throws Exception {
    if (on ? restricted.add(title) : restricted.remove(title)) {
      server.restrict(restricted.toArray(String[]::new));
    }
  }

  private String name(Random random) {
    String space =
        switch (random.nextInt(4)) {
          case 0 -> "Help:";
          case 1 -> "Team/";
          default -> "";
        };
    return "%sPage %d".formatted(space, names++);
  }

  @Override
  public SortedMap<String, Expected> documents() {
    SortedMap<String, Expected> expected = new TreeMap<>();
    pages
        .living()
        .forEach((title, mark) -> expected.put(title, new Expected(mark, readers(title))));
    return expected;
  }

  private Set<String> readers(String title) {
    if (closed) {
      return staff;
    }
    return restricted.contains(title) ? Set.of(LEAD) : people().keySet();
  }

  @Override
  public void stop() {
    server.stop();
  }

  @Override
  public void start(Random random) throws Exception {
    closed = !closed;
    restricted.clear(); // of a closed wiki nobody can tell which pages fewer may read
    server.restrict();
    server.close(closed);
    server.start();
  }

  @Override
  public void close() {
    server.close();
  }
}
