package dev.gill.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Parts Chinese into the fewest words that the dictionary has. */
final class ChineseWords {
  private static final int MOST_CHARACTERS = 8;

  /** A character that is no word counts as more than one that is. */
  private static final double NO_WORD = 1.5;

  private static final double SINGLE = 1.1;

  /** Words that ask, count or join; they name nothing. */
  private static final Set<String> FUNCTION =
      Set.of(
          ("的 了 是 在 有 和 与 吗 呢 吧 啊 多少 什么 哪 哪些 哪个 哪里 哪儿 谁 几 为 被 把 到 从 对 中 于 之 其 这 那 个 些 这个 那个 怎么 怎样"
                  + " 如何 为什么 为何 何 时候 什么时候 何时 要 能 会 可以 能不能 可不可以 是不是 有没有 就 也 都 还 请问 上 下 里 所 以 用 由 及 或 不"
                  + " 没有 没 过 着 得 地 很 又 再 来 去 人 种 一 一个 它 他 她 我 你 我们 你们 他们 它们 咱们 才 嘛 该 应该 需要 想 想要")
              .split(" "));

  /** The fewest words that end at a place, and what the last of them is. */
  private record Best(double cost, int start) {}

  private final Entries toEnglish;

  ChineseWords(Entries toEnglish) {
    this.toEnglish = toEnglish;
  }

  /** What each word of a run of Chinese characters may be called. */
  List<List<String>> renderings(String run) {
    return split(run).stream()
        .filter(word -> !FUNCTION.contains(word))
        .map(toEnglish::of)
        .filter(renderings -> !renderings.isEmpty())
        .toList();
  }

  private List<String> split(String run) {
    Best[] best = new Best[run.length() + 1];
    best[0] = new Best(0, 0);
    for (int end = 1; end <= run.length(); end++) {
      for (int start = Math.max(0, end - MOST_CHARACTERS); start < end; start++) {
        double cost = best[start].cost() + cost(run.substring(start, end));
        if (best[end] == null || cost < best[end].cost()) {
          best[end] = new Best(cost, start);
        }
      }
    }
    List<String> words = new ArrayList<>();
    for (int end = run.length(); end > 0; end = best[end].start()) {
      words.addFirst(run.substring(best[end].start(), end));
    }
    return words;
  }

  private double cost(String word) {
    boolean known = FUNCTION.contains(word) || !toEnglish.of(word).isEmpty();
    if (word.length() == 1) {
      return known ? SINGLE : NO_WORD;
    }
    return known ? 1 : NO_WORD * word.length();
  }
}
