package dev.gill.lab.campaign;

import dev.gill.lab.servers.RealWebdav;
import dev.gill.model.Reader;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Files and folders on rclone's WebDAV server; everybody reads them. */
final class WebdavTerrain implements Terrain {
  private static final String EVERYBODY = "everybody";

  private final RealWebdav server;
  private final Prose prose = new Prose();
  private final Pages<String> files = new Pages<>();
  private int names;

  private WebdavTerrain(RealWebdav server) {
    this.server = server;
  }

  static Terrain start(Path folder) throws Exception {
    return new WebdavTerrain(RealWebdav.start(folder));
  }

  @Override
  public Map<String, String> settings() {
    return Map.of(
        "type", "webdav",
        "url", server.url(),
        "internal-hosts", URI.create(server.url()).getAuthority(),
        "username", "kb",
        "password", "kb-pass",
        "audience", "everyone",
        "every", "1s",
        "requests-per-minute", "100000");
  }

  @Override
  public int knownAfterSeconds() {
    return 3;
  }

  @Override
  public Map<String, Reader> people() {
    return Map.of(EVERYBODY, Reader.anyone());
  }

  @Override
  public Set<Act> possible() {
    Set<Act> possible = EnumSet.of(Act.CREATE);
    if (!files.living().isEmpty()) {
      possible.addAll(EnumSet.of(Act.EDIT, Act.MOVE, Act.DELETE));
    }
    if (!files.gone().isEmpty()) {
      possible.add(Act.RESTORE);
    }
    return possible;
  }

  @Override
  public String perform(Act act, Random random) throws Exception {
    switch (act) {
      case CREATE -> {
        return write(name(random), random);
      }
      case EDIT -> {
        return write(files.any(random), random);
      }
      case MOVE -> {
        String from = files.any(random);
        String to = name(random);
        server.move(from, to);
        files.put(to, files.living().remove(from));
        return from + " to " + to;
      }
      case DELETE -> {
        String path = files.any(random);
        server.delete(path);
        files.delete(path);
        return path;
      }
      case RESTORE -> {
        String path = files.anyGone(random);
        server.put(path, files.gone().get(path));
        files.restore(path);
        return path;
      }
      default -> throw new IllegalArgumentException("no " + act + " here");
    }
  }

  private String write(String path, Random random) throws Exception {
    String text = "# %s\n\n%s\n".formatted(path, Prose.of(prose.mark(), random));
    server.put(path, text);
    files.put(path, text);
    return path;
  }

  private String name(Random random) {
    String folder = random.nextInt(3) == 0 ? "" : "shelf%d/".formatted(random.nextInt(5));
    return "%spage %d.md".formatted(folder, names++);
  }

  @Override
  public SortedMap<String, Expected> documents() {
    SortedMap<String, Expected> expected = new TreeMap<>();
    files
        .living()
        .forEach(
            (path, text) ->
                expected.put(
                    path,
                    new Expected(text.replaceAll("(?s).*(mark\\w+q).*", "$1"), Set.of(EVERYBODY))));
    return expected;
  }

  @Override
  public void stop() throws Exception {
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
