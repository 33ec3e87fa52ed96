package dev.gill.lab.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * PostgreSQL over a folder of its own, on a port of this machine. Its programs come from the
 * system's packages. It does not run as root, so where this does, it runs as {@code postgres}.
 */
public final class RealPostgres implements AutoCloseable {
  /** The database's user, who owns the database {@code postgres}. */
  public static final String USER = "gill";

  private static final String KIND = "database server";
  private static final String OWNER = "postgres";
  private static final int TRIES = 100;

  private final Path folder;
  private final Path programs;
  private final int port;
  private final String password;
  private Process process;

  private RealPostgres(Path folder, Path programs, int port, String password) {
    this.folder = folder;
    this.programs = programs;
    this.port = port;
    this.password = password;
  }

  /**
   * Starts one.
   *
   * @throws ServerMissingException if it cannot be had here
   */
  public static RealPostgres start(String password) throws Exception {
    Path programs = programs();
    Path folder = Files.createTempDirectory("gill-postgres-");
    RealPostgres server = new RealPostgres(folder, programs, Ports.free(), password);
    server.make();
    server.start();
    return server;
  }

  private static Path programs() throws IOException {
    List<Path> folders = new ArrayList<>();
    for (String each : System.getenv().getOrDefault("PATH", "").split(":")) {
      folders.add(Path.of(each));
    }
    Path packaged = Path.of("/usr/lib/postgresql");
    if (Files.isDirectory(packaged)) {
      try (Stream<Path> versions = Files.list(packaged)) {
        versions.sorted(Comparator.reverseOrder()).forEach(v -> folders.add(v.resolve("bin")));
      }
    }
    for (Path each : folders) {
      if (Files.isExecutable(each.resolve("initdb"))
          && Files.isExecutable(each.resolve("postgres"))) {
        return each.resolve("initdb").toRealPath().getParent();
      }
    }
    ServerMissingException.unless(
        false, KIND, "PostgreSQL is not installed (apt-get install postgresql)");
    throw new IllegalStateException();
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private Path data() {
    return folder.resolve("data");
  }

  private void make() throws Exception {
    Path secret = folder.resolve("password");
    Files.writeString(secret, password);
    if (isRoot()) {
      ServerMissingException.unless(
          run("chown", "-R", OWNER, folder.toString()) == 0,
          KIND,
          "PostgreSQL does not run as root, and there is no user " + OWNER + " to run it as");
    }
    int made =
        run(
            asOwner(
                programs.resolve("initdb").toString(),
                "-D",
                data().toString(),
                "-U",
                USER,
                "-E",
                "UTF8",
                "--auth=scram-sha-256",
                "--pwfile=" + secret,
                "--no-sync"));
    ServerMissingException.unless(made == 0, KIND, "initdb ended with " + made);
  }

  private static String[] asOwner(String... command) {
    if (!isRoot()) {
      return command;
    }
    List<String> line = new ArrayList<>(List.of("runuser", "-u", OWNER, "--"));
    line.addAll(List.of(command));
    return line.toArray(String[]::new);
  }

  /** Starts it, again on the same port and over the same data. */
  public void start() throws Exception {
    process =
        new ProcessBuilder(
                asOwner(
                    programs.resolve("postgres").toString(),
                    "-D",
                    data().toString(),
                    "-p",
                    Integer.toString(port),
                    "-k",
                    folder.toString(),
                    "-c",
                    "listen_addresses=127.0.0.1",
                    "-c",
                    "fsync=off"))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    for (int i = 0; i < TRIES && process.isAlive(); i++) {
      if (run(
              programs.resolve("pg_isready").toString(),
              "-h",
              "127.0.0.1",
              "-p",
              Integer.toString(port))
          == 0) {
        return;
      }
      process.waitFor(100, TimeUnit.MILLISECONDS);
    }
    ServerMissingException.unless(false, KIND, "PostgreSQL did not start");
  }

  /** The address of its database. */
  public String url() {
    return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port);
  }

  /** Has it answer nothing until it goes on; connections stay. */
  public void hold() throws Exception {
    signal("-STOP");
  }

  /** Has it answer again. */
  public void goOn() throws Exception {
    signal("-CONT");
  }

  private void signal(String which) throws Exception {
    List<String> line = new ArrayList<>(List.of("kill", which));
    process.toHandle().descendants().forEach(each -> line.add(Long.toString(each.pid())));
    line.add(Long.toString(process.pid()));
    run(line.toArray(String[]::new));
  }

  /** Stops it; the data stays. */
  public void stop() throws Exception {
    run(
        asOwner(
            programs.resolve("pg_ctl").toString(),
            "-D",
            data().toString(),
            "-m",
            "immediate",
            "stop"));
    process.waitFor();
  }

  private static int run(String... command) throws Exception {
    Process started =
        new ProcessBuilder(command)
            .directory(Path.of("/").toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!started.waitFor(2, TimeUnit.MINUTES)) {
      started.destroyForcibly();
    }
    return started.waitFor();
  }

  @Override
  public void close() {
    try {
      if (process.isAlive()) {
        stop();
      }
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(each -> each.toFile().delete());
      }
    } catch (Exception e) {
      throw new IllegalStateException("PostgreSQL could not be stopped", e);
    }
  }
}
