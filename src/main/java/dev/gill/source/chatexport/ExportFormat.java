package dev.gill.source.chatexport;

import dev.gill.source.chat.Post;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Finds out how an export is written, and reads it. */
final class ExportFormat {
  private static final Charset CHINESE = Charset.forName("GB18030");

  private ExportFormat() {}

  /**
   * Reads the messages of a file.
   *
   * @throws ExportException if it is no export that Gill knows
   */
  static List<Post> read(String path, byte[] bytes, ExportSettings settings)
      throws ExportException {
    String text = text(bytes);
    Times times = new Times(settings.zone());
    String name = path.toLowerCase(Locale.ROOT);
    if (name.endsWith(".jsonl") || name.endsWith(".ndjson") || text.startsWith("{")) {
      return JsonLines.read(text, times);
    }
    String firstLine = text.lines().findFirst().orElse("");
    if (WeChatTable.begins(firstLine)) {
      return WeChatTable.read(text, times, settings.me());
    }
    if (name.endsWith(".csv")) {
      throw new ExportException(
          "Its first row does not name the columns of a chat (Type, IsSender, StrContent, CreateTime): export it anew, or write it as JSON lines.");
    }
    return HeadedText.read(text, times);
  }

  /** UTF-8, UTF-16 with its mark, or else what Chinese programs write. */
  private static String text(byte[] bytes) throws ExportException {
    if (bytes.length > 1 && (bytes[0] & 0xff) + (bytes[1] & 0xff) == 0xff + 0xfe) {
      return new String(bytes, StandardCharsets.UTF_16).replace("\r\n", "\n");
    }
    for (Charset charset : List.of(StandardCharsets.UTF_8, CHINESE)) {
      try {
        String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        return text.replaceFirst("^\uFEFF", "").replace("\r\n", "\n");
      } catch (CharacterCodingException e) {
        // the next one
      }
    }
    throw new ExportException("Its text is in no known encoding: save it as UTF-8.");
  }
}
