package dev.gill.answer;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question what has changed since a day, in UTC.
 *
 * @param about words that a document's source, title or path must have; all documents if empty
 * @param since the beginning of that day
 */
record ChangeQuestion(String about, Instant since) {
  private static final String DAY =
      "(?<day>monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|this week|last week"
          + "|\\d{4}-\\d{2}-\\d{2}|(?:the )?(?:last|past) (?<days>\\d{1,3}) days?)";
  private static final Pattern ENGLISH =
      Pattern.compile(
          "(?:please )?(?:(?:can|could) you )?(?:(?:summari[sz]e|sum up|list|show(?: me)?|tell me)(?: all| the)? )?"
              + "(?:what(?:'s|’s| is| has| have| was| were)? (?:been )?(?:changed|new|updated|edited)|(?:the )?(?:recent )?changes|what changes were made|what did change)"
              + "(?: (?:in|on|to|about|for|under|with) (?<about>.+?))?"
              + " (?:(?:since|from|over|in|during|within) )?(?:last )??"
              + DAY
              + "[\\s?.!]*",
          Pattern.CASE_INSENSITIVE);
  private static final String CHINESE_DAY =
      "(?<day>(?:上)?(?:周|星期|礼拜)[一二三四五六日天]|昨天|今天|本周|这周|这个星期|上周|上星期|\\d{4}-\\d{2}-\\d{2}|(?:最近|过去|近)(?<days>\\d{1,3})天)";
  private static final Pattern CHINESE =
      Pattern.compile(
          "(?:请)?(?:帮我|给我)?(?:总结|概括|列出|说说)?(?:一下)?(?:自|自从|从)?"
              + CHINESE_DAY
              + "(?:以来|起|至今|以后|之后|到现在)?[，,、]?(?<about>.*?)(?:里|中|里面|上|的)?(?:都|又)?(?:有|做了|发生了)?(?:什么|哪些|何)?(?:变化|更新|改动|变更|修改|改了什么|变了什么)[了吗呢？?。！!\\s]*");
  private static final List<String> WEEKDAYS = List.of("一", "二", "三", "四", "五", "六", "日");

  /** Empty if something else is asked. */
  static Optional<ChangeQuestion> of(String text, Instant now) {
    LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
    for (Pattern pattern : List.of(ENGLISH, CHINESE)) {
      Matcher asked = pattern.matcher(text.strip());
      if (asked.matches()) {
        String about = asked.group("about") == null ? "" : asked.group("about").strip();
        return since(asked.group("day"), asked.group("days"), today)
            .map(
                day ->
                    new ChangeQuestion(plain(about), day.atStartOfDay().toInstant(ZoneOffset.UTC)));
      }
    }
    return Optional.empty();
  }

  private static String plain(String about) {
    return about.replaceFirst("(?i)^(?:the|our|all)(?: |$)", "").toLowerCase(Locale.ROOT);
  }

  private static Optional<LocalDate> since(String day, String days, LocalDate today) {
    if (days != null) {
      return Optional.of(today.minusDays(Integer.parseInt(days)));
    }
    return switch (day.toLowerCase(Locale.ROOT)) {
      case "today", "今天" -> Optional.of(today);
      case "yesterday", "昨天" -> Optional.of(today.minusDays(1));
      case "this week", "本周", "这周", "这个星期" ->
          Optional.of(today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
      case "last week", "上周", "上星期" ->
          Optional.of(today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(1));
      case String written when written.matches("\\d{4}-.*") -> date(written);
      case String named -> Optional.of(today.with(TemporalAdjusters.previous(weekday(named))));
    };
  }

  private static Optional<LocalDate> date(String written) {
    try {
      return Optional.of(LocalDate.parse(written));
    } catch (java.time.DateTimeException e) {
      return Optional.empty();
    }
  }

  private static DayOfWeek weekday(String named) {
    String last = named.substring(named.length() - 1).replace("天", "日");
    int chinese = WEEKDAYS.indexOf(last);
    return chinese >= 0
        ? DayOfWeek.of(chinese + 1)
        : DayOfWeek.valueOf(named.toUpperCase(Locale.ROOT));
  }
}
