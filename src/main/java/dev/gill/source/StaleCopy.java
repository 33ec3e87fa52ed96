package dev.gill.source;

import dev.gill.model.PassedOver.Reason;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A second version of a document, as its name says: synchronizers write both versions where they
 * cannot merge, and people keep {@code plan.bak.md} beside {@code plan.md}. It is not read as long
 * as its original stands in the same folder; once that is gone, it is the document. What lies in
 * the conflict copy of a folder is a copy of what has the same name in that folder.
 *
 * <p>Only what a name proves counts: {@code plan (1).md} and {@code plan-LAPTOP.md} may be
 * documents of their own, and are read.
 *
 * @param path of the copy, with {@code /}
 * @param originals paths of which any makes this a copy, the nearest last: a copy of a copy has two
 */
public record StaleCopy(Reason reason, String path, List<String> originals) {
  /** Conflict in the languages that synchronizers speak. */
  private static final Pattern CONFLICT =
      Pattern.compile(
          "(?iu)conflict|konflikt|conflit|conflito|modstrid|motstrid|tegenstrijd|конфликт|конфлікт|冲突|衝突|競合|충돌|çakış|ristiriit|ütközés|ütköző|mâu thuẫn|xung đột");

  /**
   * What stands beside that word in a mark that a synchronizer writes: the word copy, or a date.
   */
  private static final Pattern WITNESS =
      Pattern.compile(
          "(?iu)cop(?:y|ie|ia|ii)|c[oó]pia|kop(?:i|y|ie|ia|ya)|kópia|копі|копи|副本|複本|複製|コピー|복사본|사본|másolat|bản sao|bản sao chép"
              + "|(?:19|20)\\d\\d[-._ ]?[01]\\d[-._ ]?[0-3]\\d|\\b(?:case|unicode encoding|whitespace|selective sync) conflict"
              + "|^conflict(?:ed)?$");

  /**
   * The last group in brackets before the endings, as Dropbox, Nextcloud, Seafile and pCloud do.
   */
  private static final Pattern BRACKETS =
      Pattern.compile(
          "(?<stem>.+?)[ _]?[(\\[（](?<mark>[^()\\[\\]（）]+)[)\\]）](?<ending>(?:\\.[^.\\s]+)*)");

  private static final String ENDING = "(?<ending>(?:\\.[^.]+)?)";

  /** Syncthing, ownCloud and Resilio; and the four files of a merge tool for Git. */
  private static final List<Pattern> CONFLICTS =
      List.of(
          Pattern.compile(
              "(?<stem>.+)[.~]sync-conflict-\\d{8}-\\d{6}(?:-[A-Z0-9]+)?(?<ending>(?:\\..*)?)"),
          Pattern.compile("(?<stem>.+)_conflict-\\d{8}-\\d{6}" + ENDING),
          Pattern.compile("(?i)(?<stem>.+)\\.conflict(?:-?\\d+)?(?<ending>\\.[^.]+)"),
          Pattern.compile("(?<stem>.+)_(?:BACKUP|BASE|LOCAL|REMOTE)_\\d+" + ENDING));

  private static final Pattern BACKUP =
      Pattern.compile("(?i)(?<stem>.+?)\\.(?:bak|orig|old)(?<ending>\\.[^.]+)");

  /** More marks than this are no work of a synchronizer. */
  private static final int MOST_MARKS = 8;

  public StaleCopy {
    originals = List.copyOf(originals);
  }

  /**
   * What the path of a file says; empty if it is no copy's.
   *
   * @param path its name alone, or with the folders that it lies in
   */
  public static Optional<StaleCopy> of(String path) {
    List<String> originals = new ArrayList<>();
    int end = path.length();
    while (end >= 0) {
      int begin = path.lastIndexOf('/', end - 1) + 1;
      String before = path.substring(0, begin);
      String after = path.substring(end);
      for (String name : conflicts(path.substring(begin, end)).reversed()) {
        originals.addFirst(before + name + after);
      }
      end = begin - 1;
    }
    if (!originals.isEmpty()) {
      return Optional.of(new StaleCopy(Reason.CONFLICT_COPY, path, originals));
    }
    int name = path.lastIndexOf('/') + 1;
    return original(BACKUP.matcher(path.substring(name)))
        .map(first -> new StaleCopy(Reason.BACKUP, path, List.of(path.substring(0, name) + first)));
  }

  /** The names of which one is a conflict copy, the nearest last. */
  private static List<String> conflicts(String name) {
    List<String> names = new ArrayList<>();
    Optional<String> original = conflict(name);
    while (original.isPresent() && names.size() < MOST_MARKS) {
      names.addFirst(original.get());
      original = conflict(original.get());
    }
    return names;
  }

  private static Optional<String> conflict(String name) {
    for (Pattern pattern : CONFLICTS) {
      Optional<String> original = original(pattern.matcher(name));
      if (original.isPresent()) {
        return original;
      }
    }
    Matcher brackets = BRACKETS.matcher(name);
    if (!brackets.matches()) {
      return Optional.empty();
    }
    String mark = Normalizer.normalize(brackets.group("mark"), Normalizer.Form.NFC).strip();
    return CONFLICT.matcher(mark).find() && WITNESS.matcher(mark).find()
        ? original(brackets)
        : Optional.empty();
  }

  private static Optional<String> original(Matcher matcher) {
    return matcher.matches()
        ? Optional.of(matcher.group("stem") + matcher.group("ending"))
        : Optional.empty();
  }

  /** Why it is passed over while this original stands beside it. */
  public Verdict.PassedOver judge(String original) {
    int name = path.lastIndexOf('/') + 1;
    boolean beside =
        original.lastIndexOf('/') + 1 == name && original.startsWith(path.substring(0, name));
    if (!beside) {
      String why =
          "It lies in a conflict copy of a folder, and the original is %s; merge the two and delete it.";
      return new Verdict.PassedOver(reason, "", why.formatted(original));
    }
    String why =
        reason == Reason.CONFLICT_COPY
            ? "It is a conflict copy of %s, which stands beside it; merge the two and delete it."
            : "It is a backup of %s, which stands beside it; delete it, or give it another name if it is a document.";
    return new Verdict.PassedOver(reason, "", why.formatted(original.substring(name)));
  }
}
