package dev.gill.embed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A stand-in for a reader: what answers is a sentence with words of the question, and a passage is
 * as relevant as its best sentence. It reads the first 200 words.
 */
public final class WordScorer implements Scorer {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+|[^\\s\\p{L}\\p{N}]");
  private static final int MOST = 200;
  private static final float SURE = 3;

  @Override
  public List<Reading> read(String question, List<Page> passages) {
    Set<String> wanted = new HashSet<>();
    words(question).forEach(word -> wanted.add(lower(word.group())));
    return passages.stream().map(page -> read(wanted, page.text())).toList();
  }

  private static Reading read(Set<String> wanted, String text) {
    List<MatchResult> words = words(text).stream().limit(MOST).toList();
    float[] answers = new float[words.size()];
    int begin = 0;
    float best = -SURE;
    for (int i = 0; i < answers.length; i++) {
      if (words.get(i).group().equals(".") || i == answers.length - 1) {
        long met = words.subList(begin, i).stream().filter(w -> in(wanted, w)).count();
        float score = Math.min(SURE, 2 * met - SURE);
        Arrays.fill(answers, begin, i + 1, score);
        best = Math.max(best, score);
        begin = i + 1;
      }
    }
    return new Reading(
        best,
        words.stream().mapToInt(MatchResult::start).toArray(),
        words.stream().mapToInt(MatchResult::end).toArray(),
        answers);
  }

  private static boolean in(Set<String> wanted, MatchResult word) {
    return wanted.contains(lower(word.group()));
  }

  private static List<MatchResult> words(String text) {
    return new ArrayList<>(WORD.matcher(text).results().toList());
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  @Override
  public void close() {
    // holds nothing
  }
}
