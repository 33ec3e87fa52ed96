package dev.gill.parse;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bytes to text with {@code \n} line ends and no byte order mark. Text in no stated encoding is
 * UTF-8 if it can be, UTF-16 if it has its marks, and else what ICU's detector takes it for; of
 * texts too short to distinguish GB18030 from windows-1252, whichever reads better.
 */
final class TextDecoder {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final Pattern DECLARED =
      Pattern.compile("(?i)(?:charset|encoding)\\s*=\\s*[\"']?\\s*([A-Za-z0-9._:-]+)");
  private static final int HEAD = 2048;

  /** Bytes that the detector looks at. */
  private static final int DETECTED = 65_536;

  private static final Set<String> EAST_ASIAN =
      Set.of("GB18030", "Big5", "Shift_JIS", "EUC-JP", "EUC-KR");

  /** Confidence from which on an East Asian encoding is believed. */
  private static final int SURE = 60;

  /** How far another alphabet's encoding must lead, and how many letters it must be seen by. */
  private static final int LEAD = 10;

  private static final int FOREIGN = 5;
  private static final double MOSTLY = 0.8;

  /** A source longer than this many times the text that may come of it is not even read. */
  private static final int MOST_MARKUP = 2;

  private static final int CONTROLS_PER_MILLE = 10;

  private TextDecoder() {}

  /** Decodes text that says nothing of its encoding. */
  static String decode(byte[] bytes, Limits limits) {
    return clean(
        marked(bytes)
            .or(() -> strictly(bytes, StandardCharsets.UTF_8))
            .orElseGet(() -> guess(bytes)),
        limits);
  }

  /** Decodes HTML or XML, which may name its encoding in its first lines. */
  static String decodeMarkup(byte[] bytes, Limits limits) {
    return clean(
        marked(bytes)
            .or(() -> strictly(bytes, StandardCharsets.UTF_8))
            .or(() -> declared(bytes).map(charset -> new String(bytes, charset)))
            .orElseGet(() -> guess(bytes)),
        limits);
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

  private static Optional<String> strictly(byte[] bytes, Charset charset) {
    try {
      CharBuffer decoded =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes));
      return Optional.of(decoded.toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static Optional<Charset> declared(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
    Matcher matcher = DECLARED.matcher(head);
    if (!matcher.find()) {
      return Optional.empty();
    }
    try {
      Charset charset = Charset.forName(matcher.group(1));
      return charset.equals(StandardCharsets.UTF_8) ? Optional.empty() : Optional.of(charset);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  /**
   * What the detector says, where it is sure of an East Asian encoding or sees enough foreign
   * letters; else what is likeliest at all.
   */
  private static String guess(byte[] bytes) {
    Optional<String> chinese = strictly(bytes, GB18030).filter(TextDecoder::readsAsChinese);
    Map<String, Integer> detected = detect(bytes);
    int usual = Math.max(rank(detected, "windows-1252"), rank(detected, "ISO-8859-1"));
    for (Map.Entry<String, Integer> match : detected.entrySet()) {
      boolean sure =
          EAST_ASIAN.contains(match.getKey())
              ? match.getValue() >= SURE
              : match.getValue() >= usual + LEAD && foreign(bytes) >= FOREIGN && chinese.isEmpty();
      if (sure) {
        Optional<String> text = strictly(bytes, Charset.forName(match.getKey()));
        if (text.isPresent()) {
          return text.get();
        }
      }
    }
    return chinese.orElseGet(() -> new String(bytes, WINDOWS_1252));
  }

  /** Encodings with the detector's confidence of 100 at most, likeliest first. */
  private static Map<String, Integer> detect(byte[] bytes) {
    CharsetDetector detector = new CharsetDetector();
    detector.setText(Arrays.copyOf(bytes, Math.min(bytes.length, DETECTED)));
    Map<String, Integer> found = new LinkedHashMap<>();
    for (CharsetMatch match : detector.detectAll()) {
      if (!match.getName().startsWith("UTF") && Charset.isSupported(match.getName())) {
        found.putIfAbsent(match.getName(), match.getConfidence());
      }
    }
    return found;
  }

  private static int rank(Map<String, Integer> detected, String charset) {
    return detected.getOrDefault(charset, 0);
  }

  private static int foreign(byte[] bytes) {
    int foreign = 0;
    for (byte each : bytes) {
      foreign += each < 0 ? 1 : 0;
    }
    return foreign;
  }

  /**
   * Western text that happens to be valid GB18030 decodes to rare characters; Chinese text to those
   * of the first Chinese standard, which are the common ones.
   */
  private static boolean readsAsChinese(String text) {
    long foreign = text.codePoints().filter(c -> c >= 0x80).count();
    long common = text.codePoints().filter(c -> c >= 0x80 && isCommon(c)).count();
    return common >= MOSTLY * foreign;
  }

  private static boolean isCommon(int codePoint) {
    if (!Characters.isWide(codePoint)) {
      return codePoint >= 0x2010 && codePoint <= 0x2026;
    }
    byte[] code = Character.toString(codePoint).getBytes(GB18030);
    return code.length == 2 && (code[0] & 0xff) <= 0xf7 && (code[1] & 0xff) >= 0xa1;
  }

  private static String clean(String text, Limits limits) {
    refuseBinary(text);
    if (text.length() / MOST_MARKUP > limits.textChars()) {
      throw Refused.tooLong(limits);
    }
    int from = text.startsWith("\ufeff") ? 1 : 0;
    if (text.indexOf('\r') < 0) {
      return text.substring(from);
    }
    return text.substring(from).replace("\r\n", "\n").replace('\r', '\n');
  }

  private static void refuseBinary(String text) {
    long controls =
        text.chars().filter(c -> c < ' ' && "\t\n\r\f\u001b\u0008".indexOf(c) < 0).count();
    boolean hasNul = text.indexOf('\0') >= 0;
    if ((hasNul && controls > 2) || controls * 1000 > (long) text.length() * CONTROLS_PER_MILLE) {
      throw new Refused("The file is not text, although its name says so; rename or remove it.");
    }
  }

  /** The lines of a text that {@link #decode} gave. */
  static java.util.List<String> lines(String text) {
    return Arrays.asList(text.split("\n", -1));
  }
}
