package dev.gill.answer.leash;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What turns a sentence into another one, as both languages have it. What one surely says the other
 * must at least perhaps say.
 */
enum Concept {
  BEFORE("before|prior to|ago|earlier", "until|previous(?:ly)?|pre\\w+", "之前|以前|早于", "前|直到|直至|先"),
  AFTER(
      "after|afterwards|later",
      "since|following|then|once|next|post\\w+|subsequent\\w*",
      "之后|以后|后来",
      "后|自|晚|起|随"),
  MORE(
      "more than|over|above|exceed\\w*|at least",
      "more|greater|larger|bigger|longer|higher|beyond|minimum",
      "超过|以上|多于|大于|高于|至少",
      "更|不止|余|多|最少|最低"),
  LESS(
      "less than|fewer|under|below|at most|up to",
      "less|lower|smaller|shorter|within|maximum",
      "少于|以下|低于|小于|不足|至多|不超过",
      "更|以内|之内|内|最多|少|低"),
  MOST(
      "most|maximum|highest|largest|biggest|longest",
      "max|greatest|best|up to|main\\w*|major\\w*",
      "最大|最多|最高|最长",
      "最|大多|大部分|至多|不超过|主要|多数"),
  LEAST("least|minimum|lowest|smallest|fewest", "min|shortest", "最小|最少|最低|最短", "最|至少"),
  INCREASE(
      "increas\\w*|rais\\w*|grow\\w*|grew|rose",
      "rise\\w*|add\\w*|expan\\w*|gain\\w*|more|up",
      "增加|提高|上升|增长",
      "增|升|涨|加|扩|更"),
  DECREASE(
      "decreas\\w*|reduc\\w*|lowered",
      "drop\\w*|fell|fall\\w*|lower\\w*|shrink\\w*|declin\\w*|less|down|los\\w*",
      "减少|降低|下降|下跌",
      "减|降|跌|少|失"),
  MUST(
      "must|mandatory|required to|ha(?:s|ve) to",
      "requir\\w*|need\\w*|shall|should|never|always|only|had to|oblig\\w*|forc\\w*|necess\\w*",
      "必须|必需|务必",
      "须|应|需|要|不得|不准|禁|得"),
  MAY(
      "may|optional\\w*|might",
      "can|could|allow\\w*|possib\\w*|able|permit\\w*|perhaps|will|would",
      "可以|也许|或许|可能",
      "可|能|允许|会|许"),
  ALL(
      "all|every|each|always",
      "every\\w*|any\\w*|whole|entire\\w*|both|various|total|per|different",
      "所有|全部|每个|始终|总是",
      "全|每|都|任|一切|各|整|均|总|一直"),
  ONLY("only|solely", "sole|alone|just|exclusive\\w*|merely|until|but", "只有|仅|唯一", "只|单|才"),
  FIRST(
      "first",
      "initial\\w*|1st|begin\\w*|start\\w*|earl\\w*|one|original\\w*|primary",
      "第一|首次",
      "首|最初|最先|先|开始|起初|一|初|原"),
  LAST(
      "last|final|latest",
      "finally|end\\w*|past|recent\\w*|eventual\\w*",
      "最后|最终",
      "末|上次|上|最新|终|去|过去|近|持续"),
  NORTH("north\\w*", "", "北", ""),
  SOUTH("south\\w*", "", "南", ""),
  EAST("east|eastern", "east\\w*|orient\\w*", "东部|东方|以东", "东"),
  WEST("west|western", "west\\w*", "西部|西方|以西", "西"),
  SECOND("seconds", "second", "秒", ""),
  MINUTE("minutes?", "", "分钟", "分"),
  HOUR("hours?|hourly", "", "小时", "钟头|时"),
  DAY("days?|daily", "night\\w*|today|date\\w*|\\w+day", "天(?=内|前|后|的|，|。|一|为)|每天|每日", "天|日|夜"),
  WEEK("weeks?|weekly", "", "每周|星期|礼拜", "周"),
  MONTH(
      "months?|monthly",
      "january|february|march|april|may|june|july|august|september|october|november|december",
      "月",
      ""),
  YEAR("years?|yearly|annual\\w*", "\\d{4}s?|age\\w*|decade\\w*|centur\\w*", "年", "岁|世纪|期"),
  MONDAY("mondays?", "", "周一|星期一|礼拜一", ""),
  TUESDAY("tuesdays?", "", "周二|星期二|礼拜二", ""),
  WEDNESDAY("wednesdays?", "", "周三|星期三|礼拜三", ""),
  THURSDAY("thursdays?", "", "周四|星期四|礼拜四", ""),
  FRIDAY("fridays?", "", "周五|星期五|礼拜五", ""),
  SATURDAY("saturdays?", "", "周六|星期六|礼拜六", ""),
  SUNDAY("sundays?", "", "周日|星期日|星期天|礼拜天", ""),
  PERCENT("%|percent\\w*", "", "%|百分之", "成"),
  DENIAL(
      "not(?! only)|no|never|none|nobody|nothing|neither|nor|without|cannot|\\w+n['’]t",
      "unless|unable|unknown|unlikely|forbid\\w*|prohibit\\w*|refus\\w*|fail(?:s|ed|ure)?|lack\\w*|den(?:y|ied|ies)|reject\\w*|avoid\\w*|prevent\\w*|instead|rather|nonexistent",
      "不(?!同|仅|过|但|断|久|少|管|论|只|止|一|足|列|利|满)|没有|没|无法|未(?!来)|禁止|从未|并非|切勿",
      "不(?!同|仅|过|断|久|管|论|止|足|列)|没|未(?!来)|无|并非|勿|禁|拒|缺乏|避免|而非");

  private final Pattern surely;
  private final Pattern perhaps;

  Concept(String english, String englishPerhaps, String chinese, String chinesePerhaps) {
    this.surely = pattern(english, chinese);
    this.perhaps = pattern(either(english, englishPerhaps), either(chinese, chinesePerhaps));
  }

  private static String either(String one, String other) {
    return other.isEmpty() ? one : one + "|" + other;
  }

  private static Pattern pattern(String english, String chinese) {
    return Pattern.compile(
        "(?<!\\p{L})(?:" + english + ")(?![\\p{L}&&[^\\p{IsHan}]])|" + chinese,
        Pattern.CASE_INSENSITIVE);
  }

  /** Whether one says it surely and the other not even perhaps. */
  boolean isLost(String one, String other) {
    return surely.matcher(one).find() && !perhaps.matcher(other).find();
  }

  /** Whether one surely says it more often than the other at most. */
  boolean isRarer(String one, String other) {
    return surely.matcher(one).results().count() > perhaps.matcher(other).results().count();
  }

  /** Those that one text says and another does not. */
  static Set<Concept> lost(String one, String other) {
    return Arrays.stream(values())
        .filter(each -> each.isLost(one, other))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Concept.class)));
  }
}
