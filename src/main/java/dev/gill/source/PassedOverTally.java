package dev.gill.source;

import dev.gill.model.DocId;
import dev.gill.model.PassedOver;
import dev.gill.model.PassedOver.Item;
import dev.gill.model.PassedOver.Reason;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Counts what one look at a source passes over, by reason and ending. It names the first few and
 * counts the rest, so that a hundred thousand files take no more memory than a hundred.
 */
public final class PassedOverTally {
  /** Nobody needs to count the files of a folder that is not entered any further. */
  public static final int COUNTED = 1000;

  /** How many are named of a format: their ending says enough. */
  private static final int NAMED = 5;

  /** Beyond so many endings of one reason, the others are counted together. */
  private static final int ENDINGS = 50;

  private record Key(Reason reason, String ending) {}

  private static final class Group {
    private final String why;
    private final List<Item> first = new ArrayList<>();
    private int count;

    Group(String why) {
      this.why = why;
    }

    private List<Item> inOrder() {
      return first.stream().sorted(Comparator.comparing(item -> item.doc().key())).toList();
    }
  }

  private final SourceId source;
  private final Scope scope;
  private final Map<Key, Group> groups = new HashMap<>();

  /** Counts what belongs to this scope of a source. */
  public PassedOverTally(SourceId source, Scope scope) {
    this.source = source;
    this.scope = scope;
  }

  /** Counts one by its reason alone. */
  public void add(Reason reason, String key) {
    add(reason, key, PassedOverSentences.one(reason));
  }

  /**
   * Counts a folder that is not entered.
   *
   * @param files how many are in it; more than {@link #COUNTED} for any more; empty if nobody
   *     counted
   */
  public void addFolder(Reason reason, String key, OptionalInt files) {
    add(
        reason,
        key,
        PassedOverSentences.folder(reason, files.isPresent() ? held(files.getAsInt()) : ""));
  }

  private static String held(int files) {
    String count =
        files > COUNTED
            ? String.format(Locale.ROOT, "more than %,d", COUNTED)
            : String.format(Locale.ROOT, "%,d", files);
    return files == 1 ? "1 file" : count + " files";
  }

  /** Counts one for which there is a sentence of its own. */
  public void add(Reason reason, String key, String why) {
    add(new Verdict.PassedOver(reason, "", why), key);
  }

  /**
   * Counts one.
   *
   * @param key where it lies
   */
  public void add(Verdict.PassedOver verdict, String key) {
    Key kind = kind(verdict);
    Group group =
        groups.computeIfAbsent(
            kind,
            k ->
                new Group(
                    k.ending().isEmpty() && k.reason() != Reason.FORMAT
                        ? PassedOverSentences.many(k.reason())
                        : verdict.why()));
    group.count++;
    int most = verdict.ending().isEmpty() && !verdict.format() ? PassedOver.FIRST : NAMED;
    if (group.first.size() < most) {
      group.first.add(new Item(new DocId(source, key), verdict.why()));
    }
  }

  private Key kind(Verdict.PassedOver verdict) {
    Key kind = new Key(verdict.reason(), verdict.ending());
    boolean crowded = groups.size() >= ENDINGS && !groups.containsKey(kind);
    return crowded && !verdict.ending().isEmpty() ? new Key(verdict.reason(), ".*") : kind;
  }

  /** What was counted, by reason, and the most frequent endings first. */
  public List<PassedOver> groups() {
    return groups.entrySet().stream()
        .map(
            entry ->
                new PassedOver(
                    entry.getKey().reason(),
                    entry.getKey().ending(),
                    entry.getValue().why,
                    scope,
                    entry.getValue().count,
                    entry.getValue().inOrder()))
        .sorted(
            Comparator.comparing(PassedOver::reason)
                .thenComparing(PassedOver::count, Comparator.reverseOrder())
                .thenComparing(PassedOver::ending))
        .toList();
  }
}
