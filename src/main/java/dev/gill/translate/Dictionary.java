package dev.gill.translate;

import dev.gill.model.Language;
import dev.gill.model.SimplifiedChinese;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Translates word by word. */
public final class Dictionary implements Translator {
  /** Chinese without spaces, or a name in Latin letters. */
  private static final Pattern RUN =
      Pattern.compile("\\p{IsHan}+|[A-Za-z0-9][A-Za-z0-9_.+#/-]*[A-Za-z0-9+#]|[A-Za-z0-9]");

  private final EnglishWords english;
  private final ChineseWords chinese;

  Dictionary(Entries toChinese, Entries toEnglish) {
    english = new EnglishWords(toChinese);
    chinese = new ChineseWords(toEnglish);
  }

  /**
   * Opens the dictionary {@code cc-cedict} in a folder of models.
   *
   * @return one that translates nothing if it is not there
   * @throws UncheckedIOException with one sentence that says what to do, if it cannot be read
   */
  public static Translator open(Path models) {
    Path folder = models.resolve("cc-cedict");
    if (!Files.isDirectory(folder)) {
      return Translator.none();
    }
    return new Dictionary(
        entries(folder.resolve("en-zh.tsv.gz")), entries(folder.resolve("zh-en.tsv.gz")));
  }

  private static Entries entries(Path file) {
    try (var lines = new GZIPInputStream(Files.newInputStream(file))) {
      return new Entries(lines.readAllBytes());
    } catch (IOException | IllegalArgumentException e) {
      throw new UncheckedIOException(
          new IOException(
              "The dictionary %s cannot be read (%s); put the file of this release there again."
                  .formatted(file, e.getMessage()),
              e));
    }
  }

  @Override
  public List<List<String>> renderings(String text, Language to) {
    List<List<String>> found = new ArrayList<>();
    List<String> latin = new ArrayList<>();
    Matcher runs = RUN.matcher(SimplifiedChinese.of(text));
    while (runs.find()) {
      String run = runs.group();
      boolean han = Character.UnicodeScript.of(run.codePointAt(0)) == Character.UnicodeScript.HAN;
      if (!han) {
        latin.add(run);
        continue;
      }
      flush(latin, to, found);
      found.addAll(to == Language.ENGLISH ? chinese.renderings(run) : List.of(List.of(run)));
    }
    flush(latin, to, found);
    return found;
  }

  /** English words between Chinese ones are names there; in an English text they are words. */
  private void flush(List<String> latin, Language to, List<List<String>> found) {
    if (to == Language.CHINESE) {
      found.addAll(english.renderings(latin));
    } else {
      latin.forEach(name -> found.add(List.of(name)));
    }
    latin.clear();
  }
}
