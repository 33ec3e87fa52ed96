package dev.gill.lab.leash;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ways to make a sentence wrong. */
public enum Corruption {
  /** A number by another one of the same passage. */
  NUMBER_OF_PASSAGE,
  /** A number by one that stands nowhere. */
  NUMBER_INVENTED,
  /** A month, weekday or year by another one. */
  DATE,
  /** A name by another one of the same passage. */
  NAME_OF_PASSAGE,
  /** A name by one of another passage. */
  NAME_OF_OTHER,
  /** Says the reverse. */
  NEGATION_ADDED,
  /** Says the reverse. */
  NEGATION_REMOVED,
  /** Before for after, and the like. */
  TURNED,
  /** A sentence of another passage. */
  OTHER_PASSAGE;

  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\w.,])\\d+(?:[.,]\\d+)*(?![\\w])|(?<=\\p{IsHan})\\d+(?=\\p{IsHan})");
  private static final Pattern NAME =
      Pattern.compile(
          "(?<=[a-z,;] )\\p{Lu}\\p{Ll}{2,}(?: \\p{Lu}\\p{Ll}+)*|^(?!The |In |At |On |For |This |As )\\p{Lu}\\p{Ll}{2,}(?: \\p{Lu}\\p{Ll}+)+|\\p{Lu}[\\p{Ll}\\p{Lu}]+(?: \\p{Lu}\\p{Ll}+)*(?= ?\\p{IsHan})");
  private static final Pattern DATE_WORD =
      Pattern.compile(
          "\\b(?:January|February|March|April|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|1[5-9]\\d\\d|20[0-2]\\d)\\b"
              + "|(?:1[5-9]\\d\\d|20[0-2]\\d)(?=年)|\\d{1,2}(?=月)");
  private static final Pattern VERB =
      Pattern.compile(
          " (?:is|are|was|were|can|could|will|would|must|should|may|has been|have been) |(?<=\\p{IsHan})(?:是|会|可以|能|需要|应该|必须)(?=\\p{IsHan})");
  private static final Pattern NOT =
      Pattern.compile(
          " (?:not|never) |n't\\b|\\bcannot\\b|(?<=\\p{IsHan})(?:不|没有|没|未)(?=[\\p{IsHan}])");
  private static final Map<String, String> TURNS =
      Map.ofEntries(
          Map.entry("before", "after"),
          Map.entry("after", "before"),
          Map.entry("more", "less"),
          Map.entry("less", "more"),
          Map.entry("most", "least"),
          Map.entry("first", "last"),
          Map.entry("last", "first"),
          Map.entry("increase", "decrease"),
          Map.entry("increased", "decreased"),
          Map.entry("decrease", "increase"),
          Map.entry("higher", "lower"),
          Map.entry("lower", "higher"),
          Map.entry("all", "some"),
          Map.entry("must", "may"),
          Map.entry("always", "sometimes"),
          Map.entry("above", "below"),
          Map.entry("north", "south"),
          Map.entry("south", "north"),
          Map.entry("east", "west"),
          Map.entry("west", "east"),
          Map.entry("older", "younger"),
          Map.entry("larger", "smaller"),
          Map.entry("smaller", "larger"),
          Map.entry("start", "stop"),
          Map.entry("enabled", "disabled"),
          Map.entry("million", "billion"),
          Map.entry("years", "months"),
          Map.entry("days", "weeks"),
          Map.entry("之前", "之后"),
          Map.entry("之后", "之前"),
          Map.entry("以前", "以后"),
          Map.entry("以后", "以前"),
          Map.entry("最大", "最小"),
          Map.entry("增加", "减少"),
          Map.entry("减少", "增加"),
          Map.entry("第一", "第三"),
          Map.entry("超过", "低于"),
          Map.entry("必须", "可以"),
          Map.entry("最高", "最低"),
          Map.entry("东", "西"),
          Map.entry("北", "南"),
          Map.entry("南", "北"),
          Map.entry("上", "下"));
  private static final Pattern TURN =
      Pattern.compile(
          "\\b(?:before|after|more|less|most|first|last|increased?|decrease|higher|lower|all|must|always|above|north|south|east|west|older|larger|smaller|start|enabled|million|years|days)\\b"
              + "|之前|之后|以前|以后|最大|增加|减少|第一|超过|必须|最高|(?<=\\p{IsHan})[东北南](?=\\p{IsHan})");
  private static final List<String> DATES =
      List.of("March", "October", "Tuesday", "Friday", "1987", "2016");

  /**
   * The sentence made wrong.
   *
   * @param passage that it is of
   * @param other another passage
   * @return empty where the sentence has nothing of the kind
   */
  public Optional<String> of(String sentence, String passage, String other, Random chance) {
    return switch (this) {
      case NUMBER_OF_PASSAGE -> swapped(sentence, NUMBER, matches(NUMBER, passage), chance);
      case NUMBER_INVENTED ->
          replaced(sentence, NUMBER, chance, found -> invented(found, passage, chance));
      case DATE -> replaced(sentence, DATE_WORD, chance, found -> date(found, chance));
      case NAME_OF_PASSAGE -> swapped(sentence, NAME, matches(NAME, passage), chance);
      case NAME_OF_OTHER -> swapped(sentence, NAME, matches(NAME, other), chance);
      case NEGATION_ADDED ->
          NOT.matcher(sentence).find()
              ? Optional.empty()
              : replaced(sentence, VERB, chance, Corruption::denied);
      case NEGATION_REMOVED ->
          replaced(
              sentence,
              NOT,
              chance,
              found -> found.equals("cannot") ? "can" : found.startsWith(" ") ? " " : "");
      case TURNED -> replaced(sentence, TURN, chance, TURNS::get);
      case OTHER_PASSAGE -> foreign(other, chance);
    };
  }

  private static String denied(String verb) {
    if (verb.startsWith(" ")) {
      return verb.contains(" been") ? verb.replace(" been", " not been") : verb + "not ";
    }
    return "不" + verb;
  }

  private static String invented(String found, String passage, Random chance) {
    String digits = found.replaceAll("\\D.*", "");
    String made = digits;
    while (made.equals(digits) || passage.contains(made)) {
      made =
          Long.toString(
              Long.parseLong(digits.substring(0, Math.min(6, digits.length())))
                  + 1
                  + chance.nextInt(40));
    }
    return made;
  }

  private static String date(String found, Random chance) {
    if (found.matches("\\d{1,2}")) {
      return Integer.toString(Integer.parseInt(found) % 12 + 1);
    }
    if (found.matches("\\d{4}")) {
      return Integer.toString(Integer.parseInt(found) + 1 + chance.nextInt(9));
    }
    boolean day = found.endsWith("day");
    List<String> fit =
        DATES.stream()
            .filter(
                each -> !each.matches("\\d+") && each.endsWith("day") == day && !each.equals(found))
            .toList();
    return fit.get(chance.nextInt(fit.size()));
  }

  private static Optional<String> foreign(String other, Random chance) {
    List<String> all = Claims.sentences(other);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(chance.nextInt(all.size())));
  }

  private static Optional<String> swapped(
      String sentence, Pattern what, List<String> others, Random chance) {
    return replaced(
        sentence,
        what,
        chance,
        found -> {
          List<String> fit =
              others.stream()
                  .filter(each -> !sentence.contains(each) && !found.contains(each))
                  .distinct()
                  .toList();
          return fit.isEmpty() ? null : fit.get(chance.nextInt(fit.size()));
        });
  }

  private interface Change {
    String of(String found);
  }

  private static Optional<String> replaced(
      String sentence, Pattern what, Random chance, Change change) {
    List<MatchResult> found = what.matcher(sentence).results().toList();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    MatchResult one = found.get(chance.nextInt(found.size()));
    String made = change.of(one.group());
    return made == null || made.equals(one.group())
        ? Optional.empty()
        : Optional.of(sentence.substring(0, one.start()) + made + sentence.substring(one.end()));
  }

  private static List<String> matches(Pattern what, String text) {
    List<String> found = new ArrayList<>();
    Matcher each = what.matcher(text);
    while (each.find()) {
      found.add(each.group());
    }
    return found;
  }
}
