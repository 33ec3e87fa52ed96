package dev.gill.embed.onnx;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The tokens of a question and a passage together, as readers learn to read them: {@code [CLS]
 * question [SEP] headings: text [SEP]}. The most that is kept of each is what they were trained
 * with.
 *
 * @param textFrom where the text's first token stands
 * @param spans of the text's tokens, in code points of the text, each from and to
 */
record PairTokens(long[] ids, int textFrom, int[][] spans) {
  private static final int MOST_QUESTION = 48;
  private static final int MOST_HEADINGS = 40;
  private static final int MOST_TEXT = 230;

  /** What is joined. */
  record Parts(long[] question, long[] headings, Encoding text) {}

  /**
   * Joins the parts.
   *
   * @param before the special tokens before a text
   * @param after those after it, of which the last parts the two texts
   */
  static PairTokens of(long[] before, Parts parts, long[] after) {
    long separator = after[after.length - 1];
    // A question that spells the separator out would end early.
    long[] question =
        Arrays.stream(parts.question())
            .filter(token -> token != separator)
            .limit(MOST_QUESTION)
            .toArray();
    int skipped = Math.max(0, parts.headings().length - MOST_HEADINGS);
    long[] headings = Arrays.stream(parts.headings()).skip(skipped).toArray();
    long[] text = Arrays.stream(parts.text().getIds()).limit(MOST_TEXT).toArray();
    long[] ids =
        Stream.of(before, question, after, headings, text, after)
            .flatMapToLong(LongStream::of)
            .toArray();
    CharSpan[] spans = parts.text().getCharTokenSpans();
    return new PairTokens(
        ids,
        before.length + question.length + after.length + headings.length,
        IntStream.range(0, text.length).mapToObj(i -> span(spans[i])).toArray(int[][]::new));
  }

  /** A token that stands for nothing of the text has no span. */
  private static int[] span(CharSpan span) {
    return span == null ? new int[2] : new int[] {span.getStart(), span.getEnd()};
  }
}
