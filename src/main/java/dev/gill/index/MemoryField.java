package dev.gill.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One field of a number of chunks, and what BM25 needs to know of it. */
final class MemoryField {
  private final List<Map<String, Integer>> counts = new ArrayList<>();
  private final List<Integer> lengths = new ArrayList<>();
  private final Map<String, Integer> having = new HashMap<>();
  private final double average;

  MemoryField(List<String> texts) {
    for (String text : texts) {
      List<String> words = Words.in(text);
      Map<String, Integer> count = new HashMap<>();
      words.forEach(word -> count.merge(word, 1, Integer::sum));
      count.keySet().forEach(word -> having.merge(word, 1, Integer::sum));
      counts.add(count);
      lengths.add(words.size());
    }
    average = lengths.stream().mapToInt(Integer::intValue).average().orElse(0);
  }

  double idf(String term) {
    return Bm25.idf(having.getOrDefault(term, 0), counts.size());
  }

  boolean has(String term) {
    return having.containsKey(term);
  }

  /** How well the text of that number answers to the weighted terms; 0 if it has none of them. */
  double score(int number, Map<String, Double> terms) {
    double sum = 0;
    for (Map.Entry<String, Double> term : terms.entrySet()) {
      int times = counts.get(number).getOrDefault(term.getKey(), 0);
      if (times > 0) {
        double weight = Bm25.weight(idf(term.getKey()), times, lengths.get(number), average);
        sum += term.getValue() * weight;
      }
    }
    return sum;
  }
}
