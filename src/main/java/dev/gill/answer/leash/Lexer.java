package dev.gill.answer.leash;

import dev.gill.answer.leash.Token.Kind;
import dev.gill.model.SimplifiedChinese;
import dev.gill.model.Visible;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parts a text into tokens. */
final class Lexer {
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<address>https?://[^\\s)\\]>]+|[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+)"
              + "|(?<date>\\b\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}\\b)"
              + "|(?<version>\\bv?\\d+(?:\\.\\d+){2,}(?:[-+.][A-Za-z0-9]+)*\\b)"
              + "|(?<code>/?[A-Za-z_][A-Za-z0-9_]*(?:[._/:\\\\-][A-Za-z0-9_]+)+|\\b[A-Za-z]+\\d[A-Za-z0-9]*\\b|\\b[a-z]+_\\w+)"
              + "|(?<number>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:[.:]\\d+)*)"
              + "|(?<word>[\\p{L}&&[^\\p{IsHan}]][\\p{L}\\p{M}&&[^\\p{IsHan}]]*(?:['’][\\p{L}&&[^\\p{IsHan}]]+)?)"
              + "|(?<han>\\p{IsHan})|(?<sign>[%$€£¥])");
  private static final Pattern WORDS_JOINED = Pattern.compile("[A-Za-z]{2,}(?:[-/][A-Za-z]+)+");

  private final List<Token> tokens = new ArrayList<>();

  private Lexer() {}

  static List<Token> of(String text) {
    Lexer lexer = new Lexer();
    String plain = Normalizer.normalize(Visible.of(text), Normalizer.Form.NFKC);
    lexer.read(SimplifiedChinese.of(plain).replace('’', '\''));
    return lexer.tokens;
  }

  private void read(String text) {
    Matcher each = TOKEN.matcher(text);
    boolean begins = true;
    while (each.find()) {
      String found = each.group();
      if (each.group("date") != null) {
        date(found);
      } else if (each.group("number") != null) {
        number(found, text, each);
      } else if (each.group("word") != null) {
        word(found, begins || endsBefore(text, each.start()), text, each);
      } else if (each.group("han") != null) {
        add(found, han(found));
      } else if (each.group("sign") != null) {
        add(found.equals("%") ? "percent" : found, Kind.UNIT);
      } else if (Vocabulary.number(found.toLowerCase(Locale.ROOT)) != null) {
        add(Vocabulary.number(found.toLowerCase(Locale.ROOT)), Kind.NUMBER);
      } else if (WORDS_JOINED.matcher(found).matches()) {
        boolean first = begins || endsBefore(text, each.start());
        for (String part : found.split("[-/]")) {
          word(part, first, text, each);
          first = false;
        }
      } else {
        add(found.toLowerCase(Locale.ROOT), Kind.CODE);
      }
      begins = false;
    }
  }

  private static Kind han(String found) {
    if (Vocabulary.HAN_NEGATIONS.contains(found)) {
      return Kind.NEGATION;
    }
    return Vocabulary.HAN_TURNS.contains(found) ? Kind.TURN : Kind.HAN;
  }

  private static boolean endsBefore(String text, int at) {
    String before = text.substring(Math.max(0, at - 3), at).strip();
    return before.isEmpty() || ".!?:\n\"“(".indexOf(before.charAt(before.length() - 1)) >= 0;
  }

  private void date(String found) {
    String[] parts = found.split("[-/]");
    add(Integer.toString(Integer.parseInt(parts[2])), Kind.NUMBER);
    add("month " + Integer.parseInt(parts[1]), Kind.NUMBER);
    add(parts[0], Kind.NUMBER);
  }

  private void number(String found, String text, Matcher each) {
    boolean month = each.end() < text.length() && text.charAt(each.end()) == '月';
    boolean below =
        each.start() > 0
            && text.charAt(each.start() - 1) == '-'
            && (each.start() == 1 || Character.isWhitespace(text.charAt(each.start() - 2)));
    String plain = found.replace(",", "");
    String digits =
        plain.length() > 1 && !plain.contains(".") && !plain.contains(":")
            ? plain.replaceFirst("^0+(?=\\d)", "")
            : plain;
    add((month ? "month " : below ? "-" : "") + digits, Kind.NUMBER);
  }

  private void word(String found, boolean begins, String text, Matcher each) {
    String lower = found.toLowerCase(Locale.ROOT);
    boolean not = lower.endsWith("n't");
    if (not) {
      add("not", Kind.NEGATION);
      String rest = lower.substring(0, lower.length() - 3);
      add(rest.equals("ca") ? "can" : rest.equals("wo") ? "will" : rest, kind(rest, false, true));
      return;
    }
    String form = lower.replaceFirst("'(?:s|re|ve|ll|d|m)?$", "");
    if (form.equals("cannot")) {
      add("can", Kind.UNIT);
      add("not", Kind.NEGATION);
      return;
    }
    boolean capital = Character.isUpperCase(found.codePointAt(0));
    String month = capital ? Vocabulary.month(form) : null;
    if (month != null && (!form.equals("may") && !form.equals("mar") || besideNumber(text, each))) {
      add(month, Kind.NUMBER);
    } else if (Vocabulary.number(form) != null) {
      add(Vocabulary.number(form), Kind.NUMBER);
    } else {
      add(form, kind(form, capital, begins));
    }
  }

  private static boolean besideNumber(String text, Matcher each) {
    String before = text.substring(0, each.start()).stripTrailing();
    String after = text.substring(each.end()).stripLeading();
    return (!before.isEmpty() && Character.isDigit(before.charAt(before.length() - 1)))
        || (!after.isEmpty() && Character.isDigit(after.charAt(0)));
  }

  private static Kind kind(String form, boolean capital, boolean begins) {
    if (Vocabulary.NEGATIONS.contains(form)) {
      return Kind.NEGATION;
    }
    if (Vocabulary.UNITS.contains(form)) {
      return Kind.UNIT;
    }
    if (Vocabulary.TURNS.contains(form)) {
      return Kind.TURN;
    }
    if (Vocabulary.FILLERS.contains(form)) {
      return Kind.FILLER;
    }
    if (!capital) {
      return Kind.WORD;
    }
    return begins ? Kind.OPENING : Kind.NAME;
  }

  private void add(String form, Kind kind) {
    tokens.add(new Token(form, kind));
  }
}
