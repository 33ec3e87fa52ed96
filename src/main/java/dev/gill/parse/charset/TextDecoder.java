package dev.gill.parse.charset;

import dev.gill.parse.canonical.Limits;
import dev.gill.parse.canonical.Refused;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bytes to text with {@code \n} line ends and no byte order mark. Text is UTF-8 if it can be,
 * UTF-16 if it has its marks, and else in the encoding that {@link CharsetGuess} takes it for.
 * Garbled text is refused.
 */
public final class TextDecoder {
  private static final Pattern DECLARED =
      Pattern.compile("(?i)(?:charset|encoding)\\s*=\\s*[\"']?\\s*([A-Za-z0-9._:-]+)");
  private static final Pattern JAPANESE_MAIL = Pattern.compile("\u001b(?:\\$[@B]|\\([BIJ])");
  private static final int HEAD = 2048;

  /** A source longer than this many times the text that may come of it is not even read. */
  private static final int MOST_MARKUP = 2;

  private static final int CONTROLS_PER_MILLE = 10;

  private TextDecoder() {}

  /** Decodes text that says nothing of its encoding. */
  public static String decode(byte[] bytes, Limits limits) {
    return decode(bytes, Optional.empty(), limits);
  }

  /** Decodes HTML or XML, which may name its encoding in its first lines. */
  public static String decodeMarkup(byte[] bytes, Limits limits) {
    return decode(bytes, declared(bytes), limits);
  }

  /** Decodes text that comes with the label of its encoding; an empty one says nothing. */
  public static String decode(byte[] bytes, String label, Limits limits) {
    return decode(bytes, CharsetLabels.charset(label), limits);
  }

  private static String decode(byte[] bytes, Optional<Charset> labelled, Limits limits) {
    String text =
        marked(bytes)
            .or(() -> shifted(bytes))
            .or(() -> strictly(bytes).filter(utf8 -> !isBinary(utf8) && !isOther(bytes, labelled)))
            .orElseGet(() -> new String(bytes, CharsetGuess.of(bytes, labelled)));
    return clean(text, limits);
  }

  /** Whether a label names an East Asian encoding, in which valid UTF-8 may read better. */
  private static boolean isOther(byte[] bytes, Optional<Charset> labelled) {
    return labelled
            .filter(charset -> !charset.equals(StandardCharsets.UTF_8) && isWide(charset))
            .isPresent()
        && !isPlain(bytes);
  }

  private static boolean isWide(Charset charset) {
    return charset.canEncode() && charset.newEncoder().maxBytesPerChar() >= 2;
  }

  private static boolean isPlain(byte[] bytes) {
    for (byte each : bytes) {
      if (each < 0) {
        return false;
      }
    }
    return true;
  }

  /** ISO-2022-JP is ASCII in every byte, and known by its shifts. */
  private static Optional<String> shifted(byte[] bytes) {
    String head =
        new String(bytes, 0, Math.min(bytes.length, 4 * HEAD), StandardCharsets.ISO_8859_1);
    boolean shifts = JAPANESE_MAIL.matcher(head).find() && isPlain(bytes);
    return shifts
        ? Optional.of(new String(bytes, Charset.forName("ISO-2022-JP")))
        : Optional.empty();
  }

  private static Optional<String> marked(byte[] bytes) {
    if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
      return Optional.of(new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8));
    }
    if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
      return Optional.of(new String(bytes, StandardCharsets.UTF_16));
    }
    return unmarkedUtf16(bytes);
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** Every second byte of Western text in UTF-16 is 0, and always the same second byte. */
  private static Optional<String> unmarkedUtf16(byte[] bytes) {
    int[] zeros = new int[2];
    int looked = Math.min(bytes.length, HEAD) & ~1;
    for (int i = 0; i < looked; i++) {
      zeros[i & 1] += bytes[i] == 0 ? 1 : 0;
    }
    if (looked < 4 || Math.min(zeros[0], zeros[1]) > 0) {
      return Optional.empty();
    }
    if (zeros[0] > looked / 4) {
      return Optional.of(new String(bytes, StandardCharsets.UTF_16BE));
    }
    return zeros[1] > looked / 4
        ? Optional.of(new String(bytes, StandardCharsets.UTF_16LE))
        : Optional.empty();
  }

  private static Optional<String> strictly(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static Optional<Charset> declared(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
    Matcher matcher = DECLARED.matcher(head);
    return matcher.find() ? CharsetLabels.ofMarkup(matcher.group(1)) : Optional.empty();
  }

  private static String clean(String text, Limits limits) {
    refuseBinary(text);
    if (text.length() / MOST_MARKUP > limits.textChars()) {
      throw Refused.tooLong(limits);
    }
    Garbled.refuse(text);
    int from = text.startsWith("\ufeff") ? 1 : 0;
    if (text.indexOf('\r') < 0) {
      return text.substring(from);
    }
    return text.substring(from).replace("\r\n", "\n").replace('\r', '\n');
  }

  private static void refuseBinary(String text) {
    if (isBinary(text)) {
      throw new Refused("The file is not text, although its name says so; rename or remove it.");
    }
  }

  private static boolean isBinary(String text) {
    long controls =
        text.chars().filter(c -> c < ' ' && "\t\n\r\f\u001b\u0008".indexOf(c) < 0).count();
    boolean hasNul = text.indexOf('\0') >= 0;
    return (hasNul && controls > 2) || controls * 1000 > (long) text.length() * CONTROLS_PER_MILLE;
  }

  /** The lines of a text that {@link #decode} gave. */
  public static List<String> lines(String text) {
    return Arrays.asList(text.split("\n", -1));
  }
}
