package dev.gill.source.chat;

import java.util.regex.Pattern;

/**
 * Finds what nobody would want to be quoted: greetings, thanks, laughter, signs alone and links
 * alone. A plain yes or no is none, since it may answer.
 */
final class SmallTalk {
  private static final String WORDS =
      "hi|hello|hey|hiya|yo|morning|good (?:morning|evening|afternoon|night)|bye|cya|see you|thanks?(?: (?:you|a lot|so much|again|all|everyone))*"
          + "|many thanks|thx|ty|tyvm|cheers|np|no problem|you'?re welcome|welcome|lol|rofl|lmao|ha(?:ha)+|heh(?:e)*|hmm+|uh+|oh+|ah+|wow|cool|nice|great|awesome"
          + "|perfect|ok|okay|k|kk|got it|will do|sure|sorry|oops|brb|afk|gn|everyone|all|there|guys|team|folks|again"
          + "|你好|您好|大家好|早|早上好|早安|晚安|晚上好|再见|拜拜|谢谢|謝謝|多谢|感谢|谢了|不客气|不谢|哈+|呵+|嘿+|嗯+|哦+|喔+|好|好的|好滴|好吧|收到|明白|了解|辛苦了?|赞|牛|厉害|没事|没关系|抱歉|对不起|在吗|各位|大家|老师|ok的";
  private static final Pattern ONLY =
      Pattern.compile(
          "(?:(?:%s)(?![\\p{L}\\p{N}&&[^\\p{IsHan}]])[\\s\\p{P}\\p{S}]*)*".formatted(WORDS),
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LINK = Pattern.compile("<?\\bhttps?://\\S+>?");
  private static final Pattern CALLED = Pattern.compile("@\\S+|^[\\w.-]+[:,]\\s");

  private SmallTalk() {}

  /** Whether a message says nothing besides. */
  static boolean is(String text) {
    String said = LINK.matcher(text).replaceAll(" ");
    said = CALLED.matcher(said).replaceAll(" ").replaceAll("^[\\s\\p{P}\\p{S}]+", "").strip();
    return said.isEmpty() || ONLY.matcher(said).matches();
  }
}
