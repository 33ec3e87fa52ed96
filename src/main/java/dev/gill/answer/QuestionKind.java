package dev.gill.answer;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What kind of answer a question wants, by its words, and whether a sentence has that kind of thing
 * in it besides what the question has already.
 */
enum QuestionKind {
  /** Wants a number or a measure. */
  NUMBER(
      "\\bhow (many|much|long|often|big|large|high|soon|late|early|old|far|fast|few|tall|deep|wide)\\b"
          + "|\\bat what (time|level|size|threshold)\\b|\\bwhat (percentage|percent|number|amount|age)\\b"
          + "|多少|多久|多[长長]|多大|多[远遠]|多高|[几幾][个個次天小时時分秒年月条條台种種倍位]|上限|[阈閾]值|比例",
      "\\d|\\b(one|two|three|four|five|six|seven|eight|nine|ten|once|twice|half|daily|weekly|every"
          + "|eleven|twelve|twenty|thirty|forty|fifty|(hundred|thousand|million|billion|dozen)s?|several)\\b"
          + "|[一二两兩三四五六七八九十百千万萬亿億半][个個次天小时時分秒年月周條条台种種倍位名人元%]|百分之",
      1),
  /** Wants a person, a role or a team. */
  WHO(
      "\\bwho(m|se)?\\b|\\bwhich (team|person|role)\\b|[谁誰]|哪[个個](人|团队|團隊|部门|部門|公司)|哪一?位|何人|[负負][责責]人",
      "\\b(owner|lead|engineer|manager|team|member|maintainer|admin|author|person|people|contact|everyone|anyone"
          + "|group|council|user|developer|reviewer)s?\\b|@\\w|负责|工程师|团队|主管|经理|同事|管理员|用户|成员",
      0.5),
  /** Wants a time or a date. */
  WHEN(
      "\\bwhen\\b|\\b(what|which) (day|date|time|year|month|century|decade)s?\\b|\\b(on )?which days?\\b"
          + "|什[么麼][时時](候|间|間)|何[时時年]|[几幾][点點年月]|哪天|哪一?年|哪[个個]?月|世[纪紀]是|年份|星期[几幾]|周[几幾]",
      "\\d|\\b(mon|tues|wednes|thurs|fri|satur|sun)days?\\b|\\b(after|before|once|until|every|daily|weekly|monthly"
          + "|morning|evening|night|week|month|day|hour|minute)s?\\b"
          + "|\\b(january|february|march|april|may|june|july|august|september|october|november|december|century|decade)\\b"
          + "|[点點日周月年时時]|世[纪紀]|之前|之后|之後|以后|以後|以前",
      1),
  /** Wants a place: a path, a page, a channel. */
  WHERE(
      "\\bwhere\\b|\\bwhich (folder|directory|file|page|channel|repo|repository|server|machine|country|city)\\b"
          + "|哪[里裡裏]|哪[儿兒]|在哪|何[处處地]|什[么麼]地方|哪[个個](目录|文件|页面|频道|仓库|机器|国家|國家|城市|地区|地區)",
      "[/#~]\\w|\\w\\.\\w{2,}|\\b(in|at|under|on) (the |our )?\\w|目录|文件|路径|页面|位[于於]|[国國市省县縣州]",
      0.3),
  /** Wants a way or a reason; several sentences serve it better. */
  HOW(
      "^\\s*how\\b|\\bhow (do|can|should|to|is|are|does)\\b|\\bwhy\\b|\\bwhat (happens|should|do)\\b"
          + "|怎[么麼]|怎[样樣]|如何|[为為]什[么麼]|[为為]何|步[骤驟]",
      "(?!)",
      0),
  /** Wants something that its words do not name. */
  OTHER("", "(?!)", 0);

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}&&[^\\p{IsHan}]]+");

  /** A word with a capital letter that does not begin a sentence. */
  private static final Pattern NAME = Pattern.compile("(?<=[\\p{Ll}\\d,;:)] )\\p{Lu}\\p{L}+");

  private final Pattern asked;
  private final Pattern fits;
  private final double weight;

  /**
   * A kind.
   *
   * @param weight how much the thing in a sentence speaks for it: numbers are rare, places are
   *     named everywhere
   */
  QuestionKind(String asked, String fits, double weight) {
    this.asked = Pattern.compile(asked);
    this.fits = Pattern.compile(fits);
    this.weight = weight;
  }

  /** The kind that the first of its question words asks for. */
  static QuestionKind of(String question) {
    String text = question.toLowerCase(Locale.ROOT);
    QuestionKind found = OTHER;
    int first = text.length();
    for (QuestionKind kind : List.of(NUMBER, WHO, WHEN, WHERE, HOW)) {
      Matcher asked = kind.asked.matcher(text);
      if (asked.find() && asked.start() < first) {
        first = asked.start();
        found = kind;
      }
    }
    return found;
  }

  /**
   * How much speaks for it that the kind of thing that is asked for is in a sentence, from 0 to 1.
   */
  double fit(String question, String sentence) {
    if (weight == 0) {
      return 0;
    }
    String rest = without(words(question), sentence);
    boolean named = this == WHO && NAME.matcher(rest).find();
    return named || fits.matcher(rest.toLowerCase(Locale.ROOT)).find() ? weight : 0;
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    Matcher word = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (word.find()) {
      words.add(word.group());
    }
    return words;
  }

  /** What a question has already is not what it asks for. */
  private static String without(Set<String> words, String sentence) {
    return WORD.matcher(sentence)
        .replaceAll(
            word -> words.contains(word.group().toLowerCase(Locale.ROOT)) ? "" : word.group())
        .replaceAll(" +", " ");
  }
}
