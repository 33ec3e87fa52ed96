package dev.gill.source.chatexport;

import java.util.regex.Pattern;

/** What exporters write in the place of what is no text: {@code [图片]}, {@code <media omitted>}. */
final class Placeholders {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:[\\[【<](?:图片|圖片|照片|动画表情|表情|语音|语音消息|视频|文件|位置|名片|红包|转账|音乐|小程序|通话|语音通话|视频通话"
              + "|image|photo|sticker|voice|audio|video|file|location|media omitted)[^\\]】>\\n]*[\\]】>]\\s*)+",
          Pattern.CASE_INSENSITIVE);

  private Placeholders() {}

  static boolean is(String text) {
    return text.isBlank() || FORM.matcher(text).matches();
  }
}
