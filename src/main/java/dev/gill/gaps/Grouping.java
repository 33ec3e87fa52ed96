package dev.gill.gaps;

import dev.gill.embed.Embedder;
import dev.gill.embed.Embedders;
import dev.gill.embed.Role;
import dev.gill.ledger.Entry;
import dev.gill.model.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Groups questions that ask the same in other words. In the order in which they were asked, each
 * joins the group whose first question is nearest, if that is near enough, or begins one of its
 * own. So what is asked later moves nothing that was grouped before. Questions that name other
 * numbers or codes are other questions, however near.
 */
final class Grouping {
  /** Cosine from which on two questions ask the same. */
  private static final double NEAR = 0.86;

  private static final Pattern CODE =
      Pattern.compile("[\\p{L}\\p{N}._/-]*\\p{N}[\\p{L}\\p{N}._/-]*");

  private record Group(String language, Set<String> codes, float[] first, List<Entry> entries) {}

  private final Embedders embedders;

  Grouping(Embedders embedders) {
    this.embedders = embedders;
  }

  /** Groups of entries, each oldest first, in the order of their first ones. */
  List<List<Entry>> of(List<Entry> entries) throws InterruptedException {
    List<Entry> inOrder =
        entries.stream().sorted(Comparator.comparing(Entry::at).thenComparing(Entry::id)).toList();
    Map<String, float[]> vectors = vectors(inOrder);
    List<Group> groups = new ArrayList<>();
    for (Entry entry : inOrder) {
      join(entry, vectors.get(plain(entry.question())), groups);
    }
    return groups.stream().map(group -> List.copyOf(group.entries())).toList();
  }

  private static void join(Entry entry, float[] vector, List<Group> groups) {
    String language = Language.of(entry.question()).code();
    Set<String> codes = codes(entry.question());
    Group nearest = null;
    double best = NEAR;
    for (Group group : groups) {
      if (group.language().equals(language) && group.codes().equals(codes)) {
        double cosine = cosine(group.first(), vector);
        if (cosine >= best) {
          best = cosine;
          nearest = group;
        }
      }
    }
    if (nearest == null) {
      groups.add(new Group(language, codes, vector, new ArrayList<>(List.of(entry))));
    } else {
      nearest.entries().add(entry);
    }
  }

  /** Of each wording once. */
  private Map<String, float[]> vectors(List<Entry> entries) throws InterruptedException {
    Map<String, float[]> vectors = new HashMap<>();
    for (Language language : Language.values()) {
      List<String> texts =
          entries.stream()
              .filter(entry -> Language.of(entry.question()) == language)
              .map(entry -> plain(entry.question()))
              .distinct()
              .toList();
      if (!texts.isEmpty()) {
        Embedder embedder = embedders.of(language);
        List<float[]> made = embedder.embed(texts, Role.QUESTION);
        for (int i = 0; i < texts.size(); i++) {
          vectors.put(texts.get(i), made.get(i));
        }
      }
    }
    return vectors;
  }

  /** Without what does not change what is asked. */
  static String plain(String question) {
    return question.toLowerCase(Locale.ROOT).replaceAll("[\\s?？!！。.,，;；:：]+", " ").strip();
  }

  private static Set<String> codes(String question) {
    Set<String> codes = new TreeSet<>();
    CODE.matcher(question.toLowerCase(Locale.ROOT))
        .results()
        .map(MatchResult::group)
        .map(code -> code.replaceAll("^[._/-]+|[._/-]+$", ""))
        .forEach(codes::add);
    return codes;
  }

  private static double cosine(float[] one, float[] other) {
    double product = 0;
    double a = 0;
    double b = 0;
    for (int i = 0; i < one.length; i++) {
      product += (double) one[i] * other[i];
      a += (double) one[i] * one[i];
      b += (double) other[i] * other[i];
    }
    return a == 0 || b == 0 ? 0 : product / Math.sqrt(a * b);
  }
}
