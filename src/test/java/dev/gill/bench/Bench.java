package dev.gill.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code ./gill bench} runs: {@code bench NAME [--option value]… [--json FILE]}. */
final class Bench {
  private static final String JSON = "json";

  private final List<Benchmark> known;
  private final PrintStream out;
  private final PrintStream err;

  Bench(List<Benchmark> known, PrintStream out, PrintStream err) {
    this.known = List.copyOf(known);
    this.out = out;
    this.err = err;
  }

  /** All there are. */
  static List<Benchmark> all() {
    return List.of(
        new EmbedBench(),
        new BreatheBench(),
        new SearchBench(),
        new ScopesBench(),
        new FreshBench(),
        new JoiningBench(),
        new ChatBench(),
        new SurfacesBench(),
        new WikiBench());
  }

  /** Exits with 0 if it ran, 2 if it could not. */
  public static void main(String... arguments) {
    System.exit(new Bench(all(), System.out, System.err).run(List.of(arguments)));
  }

  int run(List<String> arguments) {
    if (arguments.isEmpty() || arguments.getFirst().matches("help|--help|-h")) {
      help();
      return 0;
    }
    try {
      Benchmark bench = named(arguments.getFirst());
      Map<String, String> defaults = new LinkedHashMap<>(bench.defaults());
      defaults.put(JSON, "target/bench/%s.json".formatted(bench.name()));
      Options options = Options.parse(arguments.subList(1, arguments.size()), defaults);
      Report report = bench.run(options, line -> err.println("bench: " + line));
      report.lines().forEach(out::println);
      write(report, calledFrom(options.text(JSON).orElseThrow(Bench::noFile)));
      return 0;
    } catch (UsageException | IOException e) {
      err.println("gill: " + e.getMessage());
      return 2;
    } catch (Exception e) {
      err.println("gill: the bench failed: " + e);
      e.printStackTrace(err);
      return 2;
    }
  }

  private Benchmark named(String name) {
    return known.stream()
        .filter(bench -> bench.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "there is no bench '%s'; there are %s."
                        .formatted(
                            name,
                            String.join(", ", known.stream().map(Benchmark::name).toList()))));
  }

  private static UsageException noFile() {
    return new UsageException("--json wants the name of a file.");
  }

  private void help() {
    List<String> lines = new ArrayList<>(List.of("./gill bench NAME [--option value]…", ""));
    for (Benchmark bench : known) {
      lines.add("  %-8s %s".formatted(bench.name(), bench.about()));
      bench
          .defaults()
          .forEach(
              (name, value) ->
                  lines.add(
                      "           --%s%s"
                          .formatted(name, value.isBlank() ? "" : " (" + value + ")")));
    }
    lines.add("  each     --json FILE (target/bench/NAME.json)");
    lines.forEach(out::println);
  }

  /** The default lies in Gill's own folder, a file that was asked for where the asker stands. */
  private static Path calledFrom(String file) {
    return file.startsWith("target/bench/")
        ? Path.of(file)
        : Path.of(System.getProperty("gill.called-from", "")).resolve(file);
  }

  private static void write(Report report, Path file) throws IOException {
    if (file.toAbsolutePath().getParent() != null) {
      Files.createDirectories(file.toAbsolutePath().getParent());
    }
    new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), report);
  }
}
