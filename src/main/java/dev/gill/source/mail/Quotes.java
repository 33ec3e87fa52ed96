package dev.gill.source.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Leaves out of a message's text what it repeats of others, and its signature. */
final class Quotes {
  private static final Pattern QUOTED = Pattern.compile("^\\s{0,3}[>＞|]\\s?.*");

  /** The line above a quote: "On Monday, Noor wrote:", in the languages of common programs. */
  private static final Pattern WROTE =
      Pattern.compile(
          "(?iu)^(?:on|am|le|el|il|em|op|den|dne|w dniu)\\s.{4,200}(?:wrote|schrieb.*|a écrit|escribió|ha scritto|escreveu|schreef|skrev|napsal.*|napisał.*)\\s*[:：]?\\s*$"
              + "|^.{2,120}(?:wrote|schrieb|writes)\\s*[:：]\\s*$"
              + "|^(?:在|于)?.{2,200}(?:写道|寫道|写到|来信|wrote)\\s*[:：]\\s*$");

  private static final Pattern WROTE_BEGINS =
      Pattern.compile("(?iu)^(?:on|am|le|el|il)\\s.{4,120}[^.!?]$");

  /** What programs write above the whole message that they repeat below. */
  private static final Pattern REPEATED =
      Pattern.compile(
          "(?iu)^\\s*-{2,}\\s*(?:original message|original appointment|ursprüngliche nachricht|message d'origine|mensaje original|原始邮件|原始郵件|原邮件|回复的原邮件|original)\\s*-{2,}\\s*$");

  private static final Pattern FIELD =
      Pattern.compile(
          "(?iu)^\\s*\\*?(?:from|sent|to|cc|date|subject|von|gesendet|an|betreff|de|envoyé|à|objet|发件人|发送时间|收件人|抄送|主题|日期|寄件者|寄件日期|收件者|主旨)\\*?\\s*[:：]\\*?\\s*\\S.*");

  private static final Pattern SIGNATURE = Pattern.compile("^-- ?$");
  private static final Pattern DEVICE =
      Pattern.compile(
          "(?iu)^\\s*(?:sent from my .{2,40}|get outlook for .{2,20}|von meinem .{2,40} gesendet|envoyé de mon .{2,40}|发自我的.{2,20}|來自我的.{2,20}|sent via .{2,40})\\.?\\s*$");

  private static final int LEAST_FIELDS = 3;

  private Quotes() {}

  /**
   * What a message says itself.
   *
   * @param forwards whether it passes a message on, so that what it repeats is what it says
   */
  static String without(String text, boolean forwards) {
    List<String> kept = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (SIGNATURE.matcher(line).matches() || (!forwards && repeats(lines, i))) {
        break;
      }
      if (!forwards && QUOTED.matcher(line).matches() && !table(line)) {
        dropAttribution(kept);
        continue;
      }
      if (!DEVICE.matcher(line).matches()) {
        kept.add(line);
      }
    }
    if (!forwards && kept.stream().anyMatch(line -> !line.isBlank())) {
      dropTrailingAttribution(kept, lines.size());
    }
    return String.join("\n", kept).strip();
  }

  /** A row between bars is no quote. */
  private static boolean table(String line) {
    String bare = line.strip();
    return bare.startsWith("|") && bare.length() > 2 && bare.endsWith("|");
  }

  private static boolean repeats(List<String> lines, int at) {
    if (REPEATED.matcher(lines.get(at)).matches()) {
      return true;
    }
    int fields = 0;
    int first = lines.get(at).matches("\\s*_{10,}\\s*") ? at + 1 : at;
    for (int i = first; i < lines.size() && FIELD.matcher(lines.get(i)).matches(); i++) {
      fields++;
    }
    return fields >= LEAST_FIELDS;
  }

  /** The line above a quote goes with it, and its first half where it was wrapped. */
  private static void dropAttribution(List<String> kept) {
    int last = kept.size() - 1;
    while (last >= 0 && kept.get(last).isBlank()) {
      last--;
    }
    if (last < 0) {
      return;
    }
    boolean wrapped =
        last > 0
            && WROTE_BEGINS.matcher(kept.get(last - 1)).matches()
            && WROTE.matcher(kept.get(last - 1) + " " + kept.get(last)).matches();
    if (wrapped || WROTE.matcher(kept.get(last)).matches()) {
      kept.subList(wrapped ? last - 1 : last, kept.size()).clear();
    }
  }

  /** Where the quote below was cut off before. */
  private static void dropTrailingAttribution(List<String> kept, int all) {
    if (kept.size() < all) {
      dropAttribution(kept);
    }
  }
}
