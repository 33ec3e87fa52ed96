package dev.gill.parse.charset;

import dev.gill.parse.canonical.Refused;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Recognizes text that was once decoded wrongly, which nobody could find or read. */
final class Garbled {
  private static final List<Charset> MISTAKEN =
      List.of(Charset.forName("windows-1252"), Charset.forName("GB18030"));
  private static final int FEWEST = 3;

  /** One lost character in so many that are not plain ASCII, or in so many of all. */
  private static final int LOST_OF_FOREIGN = 4;

  private static final int LOST_OF_ALL = 50;

  /** Characters that are looked at. */
  private static final int SAMPLE = 1 << 20;

  private static final int LINES = 1000;
  private static final int LONGEST_LINE = 300;

  private Garbled() {}

  /** Refuses it, with what to do. */
  static void refuse(String text) {
    String sample = text.length() > SAMPLE ? text.substring(0, SAMPLE) : text;
    if (isLost(sample) || isMistaken(sample)) {
      throw new Refused(
          "The text is garbled: its characters were decoded in the wrong encoding, or are lost;"
              + " take an intact copy and save it as UTF-8.");
    }
  }

  private static boolean isLost(String text) {
    long lost = text.chars().filter(c -> c == 0xfffd || (c >= 0x80 && c < 0xa0)).count();
    lost += 2L * (text.length() - text.replace("锟斤拷", "锟").length());
    long foreign = text.chars().filter(c -> c >= 0x80).count();
    return lost >= FEWEST
        && (lost * LOST_OF_ALL > text.length() || lost * LOST_OF_FOREIGN > foreign && lost > 20);
  }

  /** Most lines that are not plain ASCII become sensible by undoing the mistake. */
  private static boolean isMistaken(String text) {
    int[] lines = new int[2];
    text.lines()
        .filter(line -> line.chars().anyMatch(c -> c >= 0x80))
        .limit(LINES)
        .map(line -> line.substring(0, Math.min(line.length(), LONGEST_LINE)))
        .forEach(line -> lines[isMistakenLine(line) ? 1 : 0]++);
    return lines[1] > lines[0];
  }

  private static boolean isMistakenLine(String line) {
    for (Charset mistaken : MISTAKEN) {
      String undone = decoded(encoded(line, mistaken));
      boolean wide = mistaken.name().startsWith("GB");
      long foreign = undone.codePoints().filter(c -> c >= 0x80).count();
      if (foreign >= (wide ? FEWEST : 1)
          && Reading.improbability(undone, StandardCharsets.UTF_8)
              < Reading.improbability(line, wide ? mistaken : StandardCharsets.UTF_8)) {
        return true;
      }
    }
    return false;
  }

  /** Browsers decode bytes that windows-1252 leaves undefined to the controls of that code. */
  private static byte[] encoded(String line, Charset charset) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int c : line.codePoints().toArray()) {
      String each = Character.toString(c);
      if (c >= 0x80 && c < 0xa0) {
        bytes.write(c);
      } else if (c == '?' || !each.equals(new String(each.getBytes(charset), charset))) {
        bytes.write('?');
      } else {
        bytes.writeBytes(each.getBytes(charset));
      }
    }
    return bytes.toByteArray();
  }

  /** A line's last character may be cut off; an empty text stands for no UTF-8. */
  private static String decoded(byte[] bytes) {
    CharBuffer decoded = CharBuffer.allocate(bytes.length);
    boolean wrong =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(bytes), decoded, false)
            .isError();
    return wrong ? "" : decoded.flip().toString();
  }
}
