package dev.gill.app.house;

import dev.gill.app.config.ConfigException;
import dev.gill.model.Language;
import dev.gill.retrieve.Tuning;
import dev.gill.retrieve.Tunings;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** What was learnt from a team's feedback: a few numbers in a file beside the index. */
public final class Learnt {
  private static final String HEADER =
      "# What ./gill learn made of the feedback. ./gill learn --undo goes back a step.\n";

  /** Counted up when the numbers begin to mean something else; what was learnt before is void. */
  private static final String SCALE = "2";

  private final Path file;
  private final Path before;

  private Learnt(Path folder) {
    this.file = folder.resolve("learnt.properties");
    this.before = folder.resolve("learnt.before.properties");
  }

  /** In the folder of the data. */
  public static Learnt in(Path folder) {
    return new Learnt(folder);
  }

  /** Where it is kept. */
  public Path file() {
    return file;
  }

  /**
   * What was learnt; as measured where nothing was, or where an earlier Gill learnt numbers that
   * meant something else.
   *
   * @throws ConfigException if the file says something else
   */
  public Tunings read() {
    Tunings tunings = Tunings.measured();
    if (!Files.exists(file)) {
      return tunings;
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
      if (!SCALE.equals(properties.getProperty("scale"))) {
        return tunings;
      }
      for (Language language : Language.values()) {
        if (properties.containsKey(language.code() + ".needed")) {
          tunings = tunings.with(language, tuning(properties, language));
        }
      }
      return tunings;
    } catch (IOException | IllegalArgumentException e) {
      throw new ConfigException(
          "%s cannot be read (%s); delete it or run ./gill learn again."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  private static Tuning tuning(Properties properties, Language language) {
    Tuning measured = Tuning.of(language);
    return measured
        .withReading(number(properties, language, "reading", measured.reading()))
        .withAnswer(number(properties, language, "answer", measured.answer()))
        .withWords(number(properties, language, "words", measured.words()))
        .withNeeded(number(properties, language, "needed", measured.needed()));
  }

  private static double number(
      Properties properties, Language language, String name, double measured) {
    String written = properties.getProperty(language.code() + "." + name);
    return written == null ? measured : Double.parseDouble(written.strip());
  }

  /**
   * Keeps what was learnt, and what was there before it. A language of which nothing was learnt
   * stays as measured, also by a later Gill.
   */
  public void write(Tunings tunings) throws IOException {
    StringBuilder text = new StringBuilder(HEADER).append("scale=" + SCALE + "\n");
    for (Map.Entry<Language, Tuning> entry : new TreeMap<>(tunings.changed()).entrySet()) {
      Language language = entry.getKey();
      Tuning tuning = entry.getValue();
      line(text, language, "reading", tuning.reading());
      line(text, language, "answer", tuning.answer());
      line(text, language, "words", tuning.words());
      line(text, language, "needed", tuning.needed());
    }
    Files.createDirectories(file.getParent());
    if (Files.exists(file)) {
      Files.copy(file, before, StandardCopyOption.REPLACE_EXISTING);
    }
    Files.writeString(file, text);
  }

  private static void line(StringBuilder text, Language language, String name, double number) {
    text.append(String.format(Locale.ROOT, "%s.%s=%.3f%n", language.code(), name, number));
  }

  /**
   * Goes back to what was there before the last time that something was learnt.
   *
   * @return whether there was anything to undo
   */
  public boolean undo() throws IOException {
    boolean learnt = Files.deleteIfExists(file);
    if (Files.exists(before)) {
      Files.move(before, file);
      return true;
    }
    return learnt;
  }
}
