package dev.gill.answer.leash;

import dev.gill.model.Range;
import dev.gill.model.Sentences;
import java.util.ArrayList;
import java.util.List;

/**
 * A passage parted into sentences and tokens.
 *
 * @param about what its title and headings say
 */
record Page(Shown shown, List<Range> sentences, List<List<Token>> tokens, List<Token> about) {
  /** Sentences that a claim may be drawn from, one after the other. */
  private static final int MOST = 3;

  private static final String ROW = "|";

  private static final double FURTHER = 0.75;

  /** Sentences before those that say of whom they speak. */
  private static final int BEFORE = 2;

  static Page of(Shown shown) {
    List<Range> sentences = Sentences.in(shown.text());
    List<List<Token>> tokens =
        sentences.stream().map(range -> Lexer.of(range.of(shown.text()))).toList();
    String about = shown.title() + "\n" + String.join("\n", shown.headings());
    return new Page(shown, sentences, tokens, Lexer.of(about));
  }

  /** The sentences that say most of a claim; empty if there is nothing in the passage. */
  List<Window> best(List<Token> claim) {
    Window best = null;
    double most = 0;
    for (int from = 0; from < sentences.size(); from++) {
      List<Token> joined = new ArrayList<>();
      for (int to = from; to < Math.min(sentences.size(), from + MOST) && joins(from, to); to++) {
        joined.addAll(tokens.get(to));
        double score = Overlap.of(claim, joined) - FURTHER * (to - from);
        if (score > most) {
          most = score;
          best = window(from, to, joined);
        }
      }
    }
    return best == null ? List.of() : List.of(best);
  }

  /** A row of a table speaks of another thing than the row below it. */
  private boolean joins(int from, int to) {
    return from == to || (!isRow(from) && !isRow(to));
  }

  private boolean isRow(int at) {
    return shown.text().startsWith(ROW, sentences.get(at).start());
  }

  /** Whether any of the passage orders a model about; then none of it is trusted to one. */
  boolean isOrder() {
    return Orders.isIn(shown.text());
  }

  private Window window(int from, int to, List<Token> joined) {
    List<Token> before = new ArrayList<>();
    for (int i = Math.max(0, from - BEFORE); i < from; i++) {
      before.addAll(tokens.get(i));
    }
    Range range = new Range(sentences.get(from).start(), sentences.get(to).end());
    return new Window(shown.number(), range, List.copyOf(joined), about, before);
  }
}
