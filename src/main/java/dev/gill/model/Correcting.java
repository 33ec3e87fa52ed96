package dev.gill.model;

import java.util.regex.Pattern;

/** Tells what takes an earlier statement back from any other by how it begins. */
public final class Correcting {
  private static final Pattern BEGINS =
      Pattern.compile(
          "^\\W*(?:correction|actually|scratch that|no,? wait|wait,|sorry,? (?:i meant|it'?s|that)|i meant|edit:|update:"
              + "|i was wrong|my mistake|(?:that|this) (?:has )?changed|not any ?more|no longer|changed to)"
              + "|^[^\\p{L}\\p{N}]*(?:更正|纠正|修正|更新[:：一下]|不对|说错了|搞错了|记错了|刚才说错|改成|改为|改到|抱歉[，,]?\\s?(?:是|应该))",
          Pattern.CASE_INSENSITIVE);

  private Correcting() {}

  /** Whether a text begins as a correction does, in English or Chinese. */
  public static boolean begins(String text) {
    return BEGINS.matcher(text).find();
  }
}
