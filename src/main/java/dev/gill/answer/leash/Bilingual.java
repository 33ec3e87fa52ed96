package dev.gill.answer.leash;

import dev.gill.model.Language;
import dev.gill.model.SimplifiedChinese;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a sentence with what they may be called in the other language.
 *
 * @param terms in order
 */
record Bilingual(List<Term> terms) {
  private static final int LONGEST = 6;

  /** UTF-16 units up to which a word may stand in another one by chance. */
  private static final int SHORT = 3;

  private static final Pattern PIECE =
      Pattern.compile("\\p{IsHan}+|[\\p{L}&&[^\\p{IsHan}]][\\p{L}\\p{N}_.+#/'’-]*");
  private static final Set<String> FUNCTION =
      Set.of(
          "的了是在有和与吗呢吧啊为被把到从对中于之其这那个些也就都还要能会可以用由及或不没着得地很又再来去将并且而但则如果当时所此该各每种次位名一二三四五六七八九十百千万亿两年月日天周小分钟秒前后上下内外大多少高低只仅"
              .split(""));

  /**
   * A word.
   *
   * @param weight how much of the sentence it is
   * @param renderings what it may be called; empty if that is not known
   * @param isName whether it must stand there
   */
  record Term(String word, int weight, List<String> renderings, boolean isName) {
    boolean standsIn(There text) {
      return renderings.stream().anyMatch(each -> stands(each, text));
    }
  }

  static Bilingual of(String sentence, Renderings renderings) {
    List<Term> terms = new ArrayList<>();
    boolean chinese = Language.of(sentence) == Language.CHINESE;
    Matcher pieces = PIECE.matcher(SimplifiedChinese.of(sentence));
    boolean begins = true;
    while (pieces.find()) {
      String piece = pieces.group();
      if (Character.isIdeographic(piece.codePointAt(0))) {
        chinese(piece, renderings, terms);
      } else if (chinese) {
        terms.add(new Term(piece, 2, List.of(piece), true));
      } else {
        english(piece, begins, renderings, terms);
      }
      begins = false;
    }
    return new Bilingual(terms);
  }

  private static void english(
      String piece, boolean begins, Renderings renderings, List<Term> terms) {
    String word = piece.replaceFirst("['’]s?$", "").replaceFirst("[.'’-]+$", "");
    List<Token> tokens = Lexer.of(word);
    boolean says = tokens.stream().anyMatch(Token::says);
    if (!says || tokens.getFirst().kind() == Token.Kind.NUMBER) {
      return;
    }
    List<String> called =
        renderings.of(word, Language.CHINESE).stream().flatMap(List::stream).toList();
    boolean name =
        !begins
            && tokens.stream()
                .anyMatch(
                    t ->
                        t.kind() == Token.Kind.NAME
                            || t.kind() == Token.Kind.CODE
                            || Character.isUpperCase(word.codePointAt(0)));
    List<String> all = new ArrayList<>(called);
    all.add(word);
    terms.add(new Term(word, 1, all, name));
  }

  /** The longest words that the dictionary has, one after the other. */
  private static void chinese(String run, Renderings renderings, List<Term> terms) {
    StringBuilder unknown = new StringBuilder();
    int at = 0;
    while (at < run.length()) {
      int length = Math.min(LONGEST, run.length() - at);
      List<String> called = List.of();
      while (length > 1 && called.isEmpty()) {
        called = called(run.substring(at, at + length), renderings);
        length -= called.isEmpty() ? 1 : 0;
      }
      String word = run.substring(at, at + length);
      if (!called.isEmpty()) {
        flush(unknown, renderings, terms);
        boolean name = called.stream().allMatch(each -> Character.isUpperCase(each.codePointAt(0)));
        terms.add(new Term(word, length, called, name));
      } else if (FUNCTION.contains(word)) {
        flush(unknown, renderings, terms);
      } else {
        unknown.append(word);
      }
      at += length;
    }
    flush(unknown, renderings, terms);
  }

  /** Single characters between words; several of them may be a name. */
  private static void flush(StringBuilder unknown, Renderings renderings, List<Term> terms) {
    String word = unknown.toString();
    unknown.setLength(0);
    if (word.length() > 2) {
      terms.add(new Term(word, word.length(), List.of(), true));
      return;
    }
    for (String each : word.split("")) {
      if (!each.isEmpty()) {
        terms.add(new Term(each, 1, called(each, renderings), false));
      }
    }
  }

  private static List<String> called(String word, Renderings renderings) {
    List<List<String>> found = renderings.of(word, Language.ENGLISH);
    return found.size() == 1 ? found.getFirst() : List.of();
  }

  /** Share of it, by length, that stands in a text of the other language. */
  double share(There text) {
    int all = terms.stream().mapToInt(Term::weight).sum();
    int standing = terms.stream().filter(t -> t.standsIn(text)).mapToInt(Term::weight).sum();
    return all == 0 ? 0 : (double) standing / all;
  }

  boolean namesStandIn(There text) {
    return terms.stream().filter(Term::isName).allMatch(each -> each.standsIn(text));
  }

  private static boolean stands(String rendering, There text) {
    if (rendering.codePoints().anyMatch(Character::isIdeographic)) {
      return text.plain().contains(rendering);
    }
    List<Token> words = Lexer.of(rendering).stream().filter(Token::says).toList();
    boolean all =
        !words.isEmpty()
            && words.stream().allMatch(word -> text.tokens().stream().anyMatch(word::matches));
    return all
        || (rendering.length() > SHORT
            && text.plain().contains(rendering.toLowerCase(Locale.ROOT)));
  }

  /**
   * A text of the other language.
   *
   * @param plain in lower case and simplified characters
   */
  record There(String plain, List<Token> tokens) {
    static There of(String text) {
      return new There(SimplifiedChinese.of(text).toLowerCase(Locale.ROOT), Lexer.of(text));
    }
  }
}
