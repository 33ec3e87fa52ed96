package dev.gill.parse.canonical;

import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.util.Locale;
import java.util.Map;

/** How a number of a list is printed; formats are named as in ECMA-376, 17.18.59. */
public final class Numerals {
  private static final int HIGHEST = 1_000_000;

  /** Formats that are numbering systems of Unicode's locale data. */
  private static final Map<String, String> SYSTEMS =
      Map.ofEntries(
          Map.entry("upperRoman", "roman"),
          Map.entry("lowerRoman", "romanlow"),
          Map.entry("chineseCounting", "hans"),
          Map.entry("chineseCountingThousand", "hans"),
          Map.entry("chineseLegalSimplified", "hansfin"),
          Map.entry("taiwaneseCounting", "hant"),
          Map.entry("taiwaneseCountingThousand", "hant"),
          Map.entry("ideographLegalTraditional", "hantfin"),
          Map.entry("japaneseCounting", "jpan"),
          Map.entry("japaneseLegal", "jpanfin"),
          Map.entry("ideographDigital", "hanidec"),
          Map.entry("japaneseDigitalTenThousand", "hanidec"),
          Map.entry("taiwaneseDigital", "hanidec"),
          Map.entry("decimalFullWidth", "fullwide"),
          Map.entry("decimalFullWidth2", "fullwide"),
          Map.entry("hebrew1", "hebr"),
          Map.entry("thaiNumbers", "thai"),
          Map.entry("hindiNumbers", "deva"));

  /** Formats that count through a row of signs. */
  private static final Map<String, String> ROWS =
      Map.ofEntries(
          Map.entry("ideographTraditional", "甲乙丙丁戊己庚辛壬癸"),
          Map.entry("ideographZodiac", "子丑寅卯辰巳午未申酉戌亥"),
          Map.entry("decimalEnclosedCircle", "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"),
          Map.entry("decimalEnclosedCircleChinese", "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"),
          Map.entry("decimalEnclosedParen", "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"),
          Map.entry("decimalEnclosedFullstop", "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"),
          Map.entry("ideographEnclosedCircle", "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
          Map.entry("aiueoFullWidth", "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"),
          Map.entry("aiueo", "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"),
          Map.entry("iroha", "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス"),
          Map.entry("ganada", "가나다라마바사아자차카타파하"),
          Map.entry("chosung", "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"),
          Map.entry("russianLower", "абвгдежзиклмнопрстуфхцчшщыэюя"),
          Map.entry("russianUpper", "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ"));

  private Numerals() {}

  /** The number as that format prints it; in digits where it cannot. */
  public static String of(int number, String format) {
    String row = ROWS.getOrDefault(format, "");
    if (number < 1 || number > HIGHEST) {
      return Integer.toString(number);
    }
    if (number <= row.length()) {
      return row.substring(number - 1, number);
    }
    String system = SYSTEMS.get(format);
    if (system != null) {
      return inSystem(number, system);
    }
    return switch (format) {
      case "none" -> "";
      case "lowerLetter" -> letters(number);
      case "upperLetter" -> letters(number).toUpperCase(Locale.ROOT);
      case "decimalZero" -> "%02d".formatted(number);
      case "numberInDash" -> "-%d-".formatted(number);
      case "hex" -> Integer.toHexString(number).toUpperCase(Locale.ROOT);
      case "ordinal" -> spelt(RuleBasedNumberFormat.ORDINAL, "", number);
      case "cardinalText" -> capital(spelt(RuleBasedNumberFormat.SPELLOUT, "", number));
      case "ordinalText" ->
          capital(spelt(RuleBasedNumberFormat.SPELLOUT, "%spellout-ordinal", number));
      default -> Integer.toString(number);
    };
  }

  private static String inSystem(int number, String system) {
    NumberFormat format = NumberFormat.getInstance(new ULocale("en@numbers=" + system));
    format.setGroupingUsed(false);
    return format.format(number);
  }

  /** After z comes aa, then bb. */
  private static String letters(int number) {
    int times = Math.min((number - 1) / 26 + 1, 100);
    return String.valueOf((char) ('a' + (number - 1) % 26)).repeat(times);
  }

  private static String spelt(int kind, String rules, int number) {
    RuleBasedNumberFormat format = new RuleBasedNumberFormat(ULocale.ENGLISH, kind);
    return rules.isEmpty() ? format.format(number) : format.format(number, rules);
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
