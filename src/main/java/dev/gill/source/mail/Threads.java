package dev.gill.source.mail;

import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Joins the messages of a folder into threads: by what they refer to, as in <a
 * href="https://www.jwz.org/doc/threading.html">Zawinski's algorithm</a>; where a reply refers to
 * nothing, by its subject, if it also shares people with an earlier message of the same subject
 * that is not long ago.
 */
final class Threads {
  private static final Duration LONG_AGO = Duration.ofDays(30);
  private static final int LEAST_WORDS = 2;

  private static final Comparator<Head> ORDER =
      Comparator.comparing(Head::at).thenComparing(Head::id).thenComparing(Head::ref);
  private static final Pattern REPLY =
      Pattern.compile(
          "(?i)^\\s*(?:(?:re|aw|antw|sv|vs|odp|res|rif|回复|回覆|答复|答覆)(?:\\[\\d+\\]|\\(\\d+\\))?\\s*[:：]\\s*)+");
  private static final Pattern FORWARD = Pattern.compile("(?i)^\\s*(?:fwd?|wg|tr|转发|轉寄)\\s*[:：].*");
  private static final Pattern LIST = Pattern.compile("^\\s*\\[[^\\]]{1,40}\\]\\s*");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  private final Map<String, String> parent = new HashMap<>();

  private Threads() {}

  /** The threads, each in the order of time, by the id of its first message. */
  static SortedMap<String, List<Head>> of(List<Head> messages) {
    List<Head> sorted = new ArrayList<>(messages);
    sorted.sort(ORDER);
    Threads threads = new Threads();
    sorted.forEach(threads::byReferences);
    threads.bySubject(sorted);
    Map<String, List<Head>> joined = new HashMap<>();
    for (Head each : sorted) {
      joined.computeIfAbsent(threads.root(each.id()), _ -> new ArrayList<>()).add(each);
    }
    SortedMap<String, List<Head>> named = new TreeMap<>();
    joined
        .values()
        .forEach(thread -> named.put(name(thread), Collections.unmodifiableList(thread)));
    return named;
  }

  /** Whether its subject says that it answers another. */
  static boolean isReply(String subject) {
    return REPLY.matcher(subject).find();
  }

  static boolean isForward(String subject) {
    return FORWARD.matcher(LIST.matcher(subject).replaceFirst("")).matches();
  }

  /** A subject without what replies put before it. */
  static String subject(String subject) {
    String bare = REPLY.matcher(subject).replaceFirst("");
    Matcher list = LIST.matcher(bare);
    if (list.find() && REPLY.matcher(bare.substring(list.end())).find()) {
      return subject(bare.substring(list.end()));
    }
    return bare.strip();
  }

  /** What the first message refers to stays the first when that message is deleted. */
  private static String name(List<Head> thread) {
    Head first = thread.getFirst();
    return first.references().isEmpty() ? first.id() : first.references().getFirst();
  }

  private void byReferences(Head message) {
    message.references().forEach(each -> join(message.id(), each));
  }

  private void bySubject(List<Head> sorted) {
    Map<String, Head> latest = new HashMap<>();
    for (Head each : sorted) {
      String subject = comparable(each.subject());
      if (subject.isEmpty()) {
        continue;
      }
      if (each.references().isEmpty() && isReply(each.subject())) {
        Optional.ofNullable(latest.get(subject))
            .filter(before -> before.at().plus(LONG_AGO).isAfter(each.at()))
            .filter(before -> !Collections.disjoint(before.people(), each.people()))
            .ifPresent(before -> join(each.id(), before.id()));
      }
      latest.put(subject, each);
    }
  }

  /** Empty if it says too little to tell threads apart, as "Hello" does. */
  private static String comparable(String subject) {
    String bare =
        Normalizer.normalize(subject(subject), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    boolean speaks =
        WORD.matcher(bare).results().count() >= LEAST_WORDS
            || HAN.matcher(bare).results().count() > LEAST_WORDS;
    return speaks ? bare.replaceAll("\\s+", " ") : "";
  }

  private void join(String one, String other) {
    String first = root(one);
    String second = root(other);
    if (!first.equals(second)) {
      parent.put(first, second);
    }
  }

  private String root(String id) {
    String root = id;
    while (parent.containsKey(root)) {
      root = parent.get(root);
    }
    String at = id;
    while (!at.equals(root)) {
      String next = parent.put(at, root);
      at = next == null ? root : next;
    }
    return root;
  }
}
