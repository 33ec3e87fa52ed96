package dev.gill.answer.leash;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The words that are not checked as others are. */
final class Vocabulary {
  static final Set<String> NEGATIONS =
      words(
          "not no never none nobody nothing nowhere neither nor without cannot cant dont doesnt didnt"
              + " isnt arent wasnt werent wont shouldnt mustnt couldnt wouldnt hasnt havent hadnt unless");

  static final Set<String> HAN_NEGATIONS = Set.of("不", "没", "未", "无", "非", "别", "勿", "莫", "否", "禁");

  static final Set<String> HAN_TURNS =
      Set.of("〇零一二两三四五六七八九十百千万亿半前后上下左右东西南北大小多少高低增减升降早晚先内外开关必可应须始终首末新旧男女长短快慢年月周日时分秒每仅只".split(""));

  static final Set<String> PRONOUNS =
      words("he she it they this these that his her its their him them who which");

  static final Set<String> HAN_PRONOUNS = Set.of("他", "她", "它", "其", "该", "此");

  static final Set<String> TURNS =
      words(
          "before after above below over under more less fewer most least greater larger smaller"
              + " bigger higher lower increase increases increased decrease decreases decreased raise"
              + " raised minimum maximum min max first last next previous always sometimes often rarely"
              + " only all every any some each both either enable enabled enables disable disabled"
              + " disables allow allowed allows forbid forbidden deny denied prohibited required optional"
              + " mandatory start starts started stop stops stopped open opened closed close include"
              + " includes excluded exclude accept accepted accepts reject rejected refuse refused up down"
              + " left right north south east west northern southern eastern western morning evening"
              + " internal external true false public private older newer oldest newest high low early"
              + " late earlier later with until since daily weekly monthly yearly annually hourly"
              + " permanent temporary inside outside same different add added remove removed begin end"
              + " best worst import export win won lose lost success failure succeed fail failed fails"
              + " except half double twice monday tuesday wednesday thursday friday saturday sunday");

  static final Set<String> UNITS =
      words(
          "percent second seconds minute minutes hour hours day days week weeks month months year"
              + " years hundred thousand million billion trillion dozen must may should can might $ € £ ¥");

  static final Set<String> FILLERS =
      words(
          "a an the this that these those it its he she they them their his her him we us our you your i me my"
              + " of to in on at by for from as into onto about and or but so if then than there here is"
              + " are was were be been being am do does did has have had having will would could also"
              + " which who whom whose what when where how why while because such very just too via"
              + " per s t re ve ll d m according however therefore thus yes additionally moreover"
              + " furthermore finally hence passage passages document documents says said states stated mentions mentioned"
              + " called known e.g i.e etc");

  private static final Map<String, String> NUMBERS = new HashMap<>();
  private static final Map<String, String> MONTHS = new HashMap<>();

  static {
    String[] cardinals =
        ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
                + " sixteen seventeen eighteen nineteen twenty")
            .split(" ");
    for (int i = 0; i < cardinals.length; i++) {
      NUMBERS.put(cardinals[i], Integer.toString(i));
    }
    String[] tens = "thirty forty fifty sixty seventy eighty ninety".split(" ");
    for (int i = 0; i < tens.length; i++) {
      NUMBERS.put(tens[i], Integer.toString(30 + 10 * i));
    }
    for (int ten = 0; ten < tens.length; ten++) {
      for (int one = 1; one <= 9; one++) {
        NUMBERS.put(tens[ten] + "-" + cardinals[one], Integer.toString(30 + 10 * ten + one));
      }
    }
    for (int one = 1; one <= 9; one++) {
      NUMBERS.put("twenty-" + cardinals[one], Integer.toString(20 + one));
    }
    String[] months =
        "january february march april may june july august september october november december"
            .split(" ");
    for (int i = 0; i < months.length; i++) {
      MONTHS.put(months[i], "month " + (i + 1));
      MONTHS.put(months[i].substring(0, 3), "month " + (i + 1));
    }
    MONTHS.put("sept", "month 9");
  }

  private Vocabulary() {}

  private static Set<String> words(String all) {
    return Arrays.stream(all.split(" ")).collect(Collectors.toUnmodifiableSet());
  }

  /** The digits of a number in words, or null. */
  static String number(String word) {
    return NUMBERS.get(word);
  }

  /** A month by its number, or null. */
  static String month(String word) {
    return MONTHS.get(word);
  }
}
