package dev.gill.source.chat;

import java.util.regex.Pattern;

/** Tells a question from a statement by its form. */
final class Asking {
  private static final Pattern ASKS =
      Pattern.compile(
          "[?？]|^\\W*(how|what|where|why|who|when|which|is|are|can|could|does|do|did|should|would"
              + "|any(one|body)?|has|have)\\b|吗|嗎|怎么|怎麼|如何|什么|什麼|哪|谁|誰|多少|是否|能不能|有没有|有沒有",
          Pattern.CASE_INSENSITIVE);

  private Asking() {}

  static boolean asks(String text) {
    return ASKS.matcher(text).find();
  }
}
