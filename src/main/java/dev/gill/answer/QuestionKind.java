package dev.gill.answer;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What kind of answer a question wants, told from its words, and whether a sentence has that kind
 * of thing in it.
 */
enum QuestionKind {
  /** Wants a number or a measure. */
  NUMBER(
      "\\bhow (many|much|long|often|big|large|high|soon|late|early|old|far|fast)\\b|\\bat what (time|level|size|threshold)\\b"
          + "|多少|多久|多长|多大|几[个次天小时分秒年月条台种倍位]|上限|阈值",
      "\\d|\\b(one|two|three|four|five|six|seven|eight|nine|ten|once|twice|half|daily|weekly|every)\\b"
          + "|[一二两三四五六七八九十百千万半][个次天小时分秒年月周条台种倍]"),
  /** Wants a person, a role or a team. */
  WHO(
      "\\bwho(m|se)?\\b|\\bwhich (team|person|role)\\b|谁|哪个(人|团队|部门)|负责人",
      "\\b(owner|lead|engineer|manager|team|member|maintainer|admin|author|person|people|contact|everyone|anyone"
          + "|group|council|user|developer|reviewer)s?\\b|@\\w|负责|工程师|团队|主管|经理|同事|管理员|用户|成员"),
  /** Wants a time or a date. */
  WHEN(
      "\\bwhen\\b|\\bwhat (day|date|time)\\b|\\b(on )?which days?\\b|什么时候|何时|几点|哪天|星期几|周几",
      "\\d|\\b(mon|tues|wednes|thurs|fri|satur|sun)days?\\b|\\b(after|before|once|until|every|daily|weekly|monthly"
          + "|morning|evening|night|week|month|day|hour|minute)s?\\b|[点日周月年时]|之前|之后|以后|以前"),
  /** Wants a place: a path, a page, a channel. */
  WHERE(
      "\\bwhere\\b|\\bwhich (folder|directory|file|page|channel|repo|repository|server|machine)\\b"
          + "|哪里|哪儿|在哪|哪个(目录|文件|页面|频道|仓库|机器)",
      "[/#~]\\w|\\w\\.\\w{2,}|\\b(in|at|under|on) (the |our )?\\w|目录|文件|路径|页面|位于"),
  /** Wants a way or a reason; several sentences serve it better. */
  HOW(
      "^\\s*how\\b|\\bhow (do|can|should|to|is|are|does)\\b|\\bwhy\\b|\\bwhat (happens|should|do)\\b"
          + "|怎么|怎样|如何|为什么|为何|步骤",
      "(?!)"),
  /** Wants something that its words do not tell. */
  OTHER("", "(?!)");

  private final Pattern asked;
  private final Pattern fits;

  QuestionKind(String asked, String fits) {
    this.asked = Pattern.compile(asked);
    this.fits = Pattern.compile(fits);
  }

  /** The kind that the first of its question words tells. */
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

  /** 1 if the sentence has the kind of thing in it that is asked for, else 0. */
  double fit(String sentence) {
    return fits.matcher(sentence.toLowerCase(Locale.ROOT)).find() ? 1 : 0;
  }
}
