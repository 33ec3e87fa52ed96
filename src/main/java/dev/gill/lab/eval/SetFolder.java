package dev.gill.lab.eval;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Reads a folder of one set, or of several files of pairs. */
final class SetFolder {
  private static final String FORMS =
      "a set is a folder with corpus.jsonl, queries.jsonl and qrels.tsv, or with .tsv or .csv files of graded pairs (each may be gzipped)";

  private SetFolder() {}

  /**
   * The sets of a folder.
   *
   * @throws EvalException if it is no set
   */
  static List<EvalSet> read(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new EvalException("There is no folder %s: %s.".formatted(folder, FORMS));
    }
    Optional<Path> corpus = find(folder, "corpus.jsonl");
    if (corpus.isPresent()) {
      Path queries = need(folder, "queries.jsonl");
      Path qrels = need(folder, "qrels.tsv");
      return List.of(CollectionFiles.read(name(folder), corpus.get(), queries, qrels));
    }
    List<EvalSet> pairs = PairFiles.read(name(folder), pairFiles(folder));
    if (pairs.isEmpty()) {
      throw new EvalException("%s holds no set to measure on: %s.".formatted(folder, FORMS));
    }
    return pairs;
  }

  private static Path need(Path folder, String file) throws EvalException {
    return find(folder, file)
        .orElseThrow(
            () -> new EvalException("%s has no file %s: %s.".formatted(folder, file, FORMS)));
  }

  private static Optional<Path> find(Path folder, String file) {
    return Stream.of(file, file + ".gz")
        .map(folder::resolve)
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private static List<Path> pairFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches(".+\\.(tsv|csv)(\\.gz)?"))
          .sorted()
          .toList();
    }
  }

  private static String name(Path folder) {
    return folder.toAbsolutePath().normalize().getFileName().toString();
  }

  /** The lines of a file that may be gzipped. */
  static List<String> lines(Path file) throws IOException {
    var bytes = Files.newInputStream(file);
    try (bytes;
        var reader =
            new BufferedReader(
                new InputStreamReader(
                    file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes,
                    StandardCharsets.UTF_8))) {
      return reader.readAllLines();
    } catch (IOException e) {
      throw new EvalException(
          "%s cannot be read (%s): get it anew.".formatted(file, e.getMessage()), e);
    }
  }
}
