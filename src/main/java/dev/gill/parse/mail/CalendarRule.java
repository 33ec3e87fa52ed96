package dev.gill.parse.mail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How often an event of iCalendar takes place, in words. */
final class CalendarRule {
  private static final Map<String, String> UNITS =
      Map.of(
          "DAILY", "day", "WEEKLY", "week", "MONTHLY", "month", "YEARLY", "year", "HOURLY", "hour");
  private static final Map<String, String> DAYS =
      Map.of(
          "MO",
          "Monday",
          "TU",
          "Tuesday",
          "WE",
          "Wednesday",
          "TH",
          "Thursday",
          "FR",
          "Friday",
          "SA",
          "Saturday",
          "SU",
          "Sunday");
  private static final Map<String, String> ORDINALS =
      Map.of(
          "1",
          "the first ",
          "2",
          "the second ",
          "3",
          "the third ",
          "4",
          "the fourth ",
          "5",
          "the fifth ",
          "-1",
          "the last ",
          "-2",
          "the last but one ",
          "",
          "");
  private static final Pattern DAY = Pattern.compile("\\+?(-?\\d?)(MO|TU|WE|TH|FR|SA|SU)");
  private static final List<String> KNOWN =
      List.of("FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "COUNT", "UNTIL", "WKST", "BYMONTH");

  private CalendarRule() {}

  /** A rule that cannot be put in words stays as it is. */
  static String words(String rule) {
    Map<String, String> parts = new HashMap<>();
    for (String part : rule.toUpperCase(Locale.ROOT).split(";")) {
      String[] sides = part.split("=", 2);
      parts.put(sides[0], sides.length > 1 ? sides[1] : "");
    }
    String unit = UNITS.get(parts.getOrDefault("FREQ", ""));
    boolean yearly = "year".equals(unit);
    boolean simple = KNOWN.containsAll(parts.keySet()) && (yearly || !parts.containsKey("BYMONTH"));
    if (unit == null || !simple) {
      return rule;
    }
    String interval = parts.getOrDefault("INTERVAL", "1");
    String every = interval.equals("1") ? "every " + unit : "every " + interval + " " + unit + "s";
    return every + on(parts) + end(parts);
  }

  private static String on(Map<String, String> parts) {
    List<String> days = new ArrayList<>();
    for (String day : parts.getOrDefault("BYDAY", "").split(",")) {
      Matcher matcher = DAY.matcher(day);
      if (matcher.matches()) {
        days.add(ORDINALS.getOrDefault(matcher.group(1), "") + DAYS.get(matcher.group(2)));
      }
    }
    String month = parts.getOrDefault("BYMONTHDAY", "");
    if (!month.isEmpty()) {
      days.add(month.equals("-1") ? "the last day" : "day " + month.replace(",", ", "));
    }
    return days.isEmpty()
        ? ""
        : " on " + String.join(", ", days).replaceFirst(", ([^,]*)$", " and $1");
  }

  private static String end(Map<String, String> parts) {
    String until = parts.getOrDefault("UNTIL", "");
    String last =
        CalendarTime.of(CalendarLine.of("UNTIL:" + until))
            .map(time -> ", until " + time.words())
            .orElse("");
    return parts.containsKey("COUNT") ? ", " + parts.get("COUNT") + " times" : last;
  }
}
