package dev.gill.parse.pdf;

import dev.gill.parse.canonical.Limits;
import dev.gill.parse.canonical.Refused;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Looks for packed streams that unpack to far more than a document holds, before a parser unpacks
 * them into memory. Images are left alone: nobody unpacks them for their text.
 */
final class PdfGuard {
  private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
  private static final Pattern PACKED =
      Pattern.compile("/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\\b");
  private static final Pattern IMAGE = Pattern.compile("/Subtype\\s*/Image\\b");
  private static final int LONGEST_HEAD = 2000;
  private static final int BUFFER = 1 << 16;

  private PdfGuard() {}

  static void check(byte[] bytes, Limits limits) {
    long left = limits.inflatedBytes();
    for (int at = next(bytes, 0); at >= 0; at = next(bytes, at + STREAM.length)) {
      String head = head(bytes, at);
      long packings = PACKED.matcher(head).results().count();
      if (packings == 0 || IMAGE.matcher(head).find()) {
        continue;
      }
      if (packings > 1) {
        throw Refused.bomb();
      }
      left -= inflated(bytes, dataStart(bytes, at), left);
      if (left < 0) {
        throw Refused.bomb();
      }
    }
  }

  private static int next(byte[] bytes, int from) {
    for (int i = from; i + STREAM.length <= bytes.length; i++) {
      if (bytes[i] == 's' && matches(bytes, i) && (i < 3 || bytes[i - 1] != 'd')) {
        return i;
      }
    }
    return -1;
  }

  private static boolean matches(byte[] bytes, int at) {
    for (int i = 0; i < STREAM.length; i++) {
      if (bytes[at + i] != STREAM[i]) {
        return false;
      }
    }
    return true;
  }

  /** The dictionary before the stream, from its object's beginning on. */
  private static String head(byte[] bytes, int at) {
    int from = Math.max(0, at - LONGEST_HEAD);
    String before = new String(bytes, from, at - from, StandardCharsets.ISO_8859_1);
    return before.substring(Math.max(0, before.lastIndexOf("obj")));
  }

  private static int dataStart(byte[] bytes, int at) {
    int start = at + STREAM.length;
    while (start < bytes.length && (bytes[start] == '\r' || bytes[start] == '\n')) {
      start++;
    }
    return start;
  }

  private static long inflated(byte[] bytes, int start, long limit) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(bytes, start, bytes.length - start);
      byte[] buffer = new byte[BUFFER];
      int count = inflater.inflate(buffer);
      while (count > 0 && inflater.getBytesWritten() <= limit) {
        count = inflater.inflate(buffer);
      }
      return inflater.getBytesWritten();
    } catch (DataFormatException e) {
      return inflater.getBytesWritten();
    } finally {
      inflater.end();
    }
  }
}
