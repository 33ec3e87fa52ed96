package dev.gill.answer.leash;

import dev.gill.model.Range;
import dev.gill.model.Sentences;
import dev.gill.model.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence of a model's answer.
 *
 * @param text without markers
 * @param markers the numbers that it cites
 * @param marked up with what leads or shows something
 */
record Claim(String text, List<Integer> markers, boolean marked) {
  private static final Pattern MARKERS =
      Pattern.compile(
          "\\s*[\\[【]\\s*(?:[Pp]assage|[Ss]ource|段落|来源)?\\s*(\\d{1,4}(?:\\s*[,，、;]\\s*\\d{1,4})*)\\s*[\\]】]");
  private static final Pattern LEADING = Pattern.compile("^(?:" + MARKERS.pattern() + ")+[.。]?");
  private static final Pattern MARKUP =
      Pattern.compile(
          "!\\[|\\]\\s*\\(|<\\s*[/!a-zA-Z]|&#?\\w{2,8};|\\bdata:\\w|javascript:|\\]\\s*:\\s*http");
  private static final Pattern PREFIX =
      Pattern.compile("^\\s*(?:[-*+•>]\\s+|#{1,6}\\s+|\\d{1,2}[.)]\\s+(?=\\S))+");
  private static final Pattern EMPHASIS =
      Pattern.compile("\\*\\*|__|`|(?<![\\w*])\\*(?=\\w)|(?<=\\w)\\*(?![\\w*])");
  private static final Pattern OPENER =
      Pattern.compile(
          "^(?:(?:yes|no|answer|是的|不是|答)\\s*[,:，：]\\s*|(?:according to|as stated in|per) (?:the"
              + " )?(?:given |provided"
              + " )?(?:passages?|documents?|text|context|information|handbook|page)\\b[^,]{0,20},\\s*|(?:根据|按照|据)(?:该|此|上述)?(?:文档|资料|段落|文件|文中|内容)[^，,。]{0,8}[，,]\\s*)+",
          Pattern.CASE_INSENSITIVE);

  /**
   * UTF-16 units of the next sentence that show that one has ended, since a short word may yet
   * belong to it.
   */
  private static final int ENOUGH = 6;

  Claim {
    markers = List.copyOf(markers);
  }

  /** The sentences of an answer, in order. */
  static List<Claim> in(String answer) {
    List<Claim> claims = new ArrayList<>();
    for (String line : Visible.of(answer).split("\\R")) {
      String said = PREFIX.matcher(line).replaceFirst("");
      if (said.isBlank() || said.startsWith("```")) {
        continue;
      }
      boolean follows = false;
      for (Range range : Sentences.in(said)) {
        follows = add(claims, follows, range.of(said));
      }
    }
    return claims;
  }

  /** Those of an answer that is being written which stay as they are, however it goes on. */
  static List<Claim> finished(String said) {
    String settled = Settled.of(said);
    int line = settled.lastIndexOf('\n') + 1;
    List<Claim> finished = new ArrayList<>(in(settled.substring(0, line)));
    List<Claim> begun = in(settled.substring(line));
    if (!begun.isEmpty() && begun.getLast().text().length() >= ENOUGH) {
      finished.addAll(begun.subList(0, begun.size() - 1));
    }
    return finished;
  }

  /**
   * Adds a sentence; what it begins with may be the markers of the one right before it.
   *
   * @param follows whether there is one
   * @return whether markers that follow belong to the last of the claims
   */
  private static boolean add(List<Claim> claims, boolean follows, String sentence) {
    String rest = sentence;
    Matcher leading = LEADING.matcher(sentence);
    if (leading.find() && follows) {
      List<Integer> numbers = numbers(leading.group());
      Claim before = claims.removeLast();
      List<Integer> all = new ArrayList<>(before.markers());
      all.addAll(numbers);
      claims.add(new Claim(before.text(), all.stream().distinct().toList(), before.marked()));
      rest = sentence.substring(leading.end());
      if (rest.isBlank()) {
        return true;
      }
    }
    String plain = MARKERS.matcher(rest).replaceAll("");
    boolean marked = MARKUP.matcher(plain).find();
    String text = OPENER.matcher(EMPHASIS.matcher(plain).replaceAll("")).replaceFirst("").strip();
    boolean says = text.codePoints().anyMatch(Character::isLetterOrDigit);
    if (says) {
      claims.add(new Claim(text, numbers(rest), marked));
    }
    return says;
  }

  private static List<Integer> numbers(String text) {
    List<Integer> numbers = new ArrayList<>();
    Matcher each = MARKERS.matcher(text);
    while (each.find()) {
      for (String number : each.group(1).split("\\D+")) {
        numbers.add(Integer.parseInt(number));
      }
    }
    return numbers.stream().distinct().toList();
  }
}
