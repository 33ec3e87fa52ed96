package dev.gill.parse.recognition;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Has Tesseract read pictures: a process for each, with limits on its time and its output. */
public final class Tesseract implements Recognition {
  /** A page of a dense book takes some seconds. */
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private static final int MOST_OUTPUT = 8 << 20;
  private static final int MOST_LANGUAGES = 6;

  /** Finds the orientation of the page first, which needs a model of its own. */
  private static final String ORIENTATION = "osd";

  private static final class Installed {
    private static final Recognition FOUND = found(System.getenv("PATH"));
  }

  private final Path program;
  private final Duration longest;
  private final String languages;
  private final boolean turns;

  private Tesseract(Path program, Duration longest, List<String> models) {
    this.program = program;
    this.longest = longest;
    this.languages = String.join("+", languages(models));
    this.turns = models.contains(ORIENTATION);
  }

  /** The one that is installed on this machine, looked for once. */
  public static Recognition installed() {
    return Installed.FOUND;
  }

  /** Looks for it in folders, which are parted as in {@code PATH}; none if it does not work. */
  static Recognition found(String path) {
    for (String folder : Optional.ofNullable(path).orElse("").split(File.pathSeparator)) {
      for (String name : List.of("tesseract", "tesseract.exe")) {
        Path program = Path.of(folder.isEmpty() ? "." : folder, name);
        if (!folder.isEmpty() && Files.isExecutable(program) && !Files.isDirectory(program)) {
          return of(program, LONGEST);
        }
      }
    }
    return NONE;
  }

  /** That program, if it knows a language. */
  static Recognition of(Path program, Duration longest) {
    try {
      Tesseract bare = new Tesseract(program, longest, List.of());
      List<String> models =
          bare.output(List.of("--list-langs"), null).lines().skip(1).map(String::strip).toList();
      return languages(models).isEmpty() ? NONE : new Tesseract(program, longest, models);
    } catch (IOException e) {
      return NONE;
    }
  }

  /** English and Chinese first, the rest as they are listed; no models of scripts. */
  private static List<String> languages(List<String> models) {
    return models.stream()
        .filter(model -> model.matches("[a-z]{3}(?:_[a-z]+)?") && !model.endsWith("_vert"))
        .filter(model -> !model.equals(ORIENTATION) && !model.equals("equ"))
        .sorted((a, b) -> Integer.compare(rank(a), rank(b)))
        .limit(MOST_LANGUAGES)
        .toList();
  }

  private static int rank(String model) {
    return model.equals("eng") ? 0 : model.startsWith("chi_") ? 1 : 2;
  }

  @Override
  public boolean isThere() {
    return true;
  }

  @Override
  public List<RecognizedLine> lines(BufferedImage picture) throws IOException {
    Path file = Files.createTempFile("gill-picture", ".pgm");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        GrayMap.write(picture, out);
      }
      List<String> arguments =
          List.of("stdin", "stdout", "-l", languages, "--psm", turns ? "1" : "3", "tsv");
      return TesseractTable.lines(output(arguments, file));
    } catch (NumberFormatException e) {
      throw new IOException("Tesseract wrote what is no table of words", e);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private String output(List<String> arguments, Path input) throws IOException {
    Path output = Files.createTempFile("gill-words", ".tsv");
    try {
      ProcessBuilder builder = new ProcessBuilder(program.toString());
      builder.command().addAll(arguments);
      builder.environment().put("OMP_THREAD_LIMIT", "1");
      builder.redirectError(Redirect.DISCARD).redirectOutput(output.toFile());
      if (input != null) {
        builder.redirectInput(input.toFile());
      }
      Process process = builder.start();
      try {
        if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
          throw new IOException("Tesseract took too long");
        }
        if (process.exitValue() != 0 || Files.size(output) > MOST_OUTPUT) {
          throw new IOException("Tesseract ended with " + process.exitValue());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      } finally {
        process.destroyForcibly();
      }
      return Files.readString(output, StandardCharsets.UTF_8);
    } finally {
      Files.deleteIfExists(output);
    }
  }
}
