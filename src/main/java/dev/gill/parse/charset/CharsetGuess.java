package dev.gill.parse.charset;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which encoding bytes are in that are not, or not all, valid UTF-8: the one in which they read
 * likeliest, where ICU's detector has a say and a label has more.
 */
final class CharsetGuess {
  private static final List<String> USUAL =
      List.of(
          "UTF-8",
          "GB18030",
          "Big5-HKSCS",
          "windows-31j",
          "EUC-JP",
          "x-windows-949",
          "windows-1252",
          "windows-1250",
          "windows-1251",
          "KOI8-R",
          "IBM866",
          "windows-1253",
          "windows-1254",
          "windows-1255",
          "windows-1256");

  /** Bytes that are looked at. */
  private static final int SAMPLE = 1 << 15;

  /** What a label, and each per cent of the detector's confidence, weigh in {@link Reading}. */
  private static final double LABELLED = 40;

  private static final double PER_CENT = 0.12;

  /** The detector knows the more, the more bytes it sees that are not ASCII. */
  private static final double PER_CENT_AND_BYTE = 0.01;

  private static final int MOST_FOREIGN = 400;

  /** What a character in UTF-16 may weigh on the average; random bytes weigh more. */
  private static final double PROBABLE = 9;

  private CharsetGuess() {}

  /** The likeliest encoding, given the one that a label names. */
  static Charset of(byte[] bytes, Optional<Charset> labelled) {
    byte[] sample = sample(bytes);
    Map<Charset, Integer> detected = detect(sample);
    Set<Charset> candidates = new LinkedHashSet<>();
    labelled.ifPresent(candidates::add);
    USUAL.stream().map(Charset::forName).forEach(candidates::add);
    candidates.addAll(detected.keySet());
    double perCent = PER_CENT + Math.min(foreign(sample), MOST_FOREIGN) * PER_CENT_AND_BYTE;
    Charset best = StandardCharsets.UTF_8;
    double least = Double.MAX_VALUE;
    for (Charset candidate : candidates) {
      double improbability =
          Reading.improbability(new String(sample, candidate), candidate)
              - detected.getOrDefault(candidate, 0) * perCent
              - (labelled.filter(candidate::equals).isPresent() ? LABELLED : 0);
      if (improbability < least) {
        least = improbability;
        best = candidate;
      }
    }
    return utf16(bytes, best).orElse(best);
  }

  private static int foreign(byte[] sample) {
    int foreign = 0;
    for (byte each : sample) {
      foreign += each < 0 ? 1 : 0;
    }
    return foreign;
  }

  /** UTF-16 without its mark is even in length and reads better than all else. */
  private static Optional<Charset> utf16(byte[] bytes, Charset rival) {
    if (bytes.length % 2 != 0) {
      return Optional.empty();
    }
    int length = Math.min(bytes.length, SAMPLE);
    double rivals = Reading.improbability(new String(bytes, 0, length, rival), rival);
    double least = Math.min(rivals, PROBABLE * length / 2);
    Optional<Charset> best = Optional.empty();
    for (Charset each : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      double improbability = Reading.improbability(new String(bytes, 0, length, each), each);
      if (improbability < least) {
        least = improbability;
        best = Optional.of(each);
      }
    }
    return best;
  }

  /** The lines that are not plain ASCII, which say nothing of the encoding. */
  private static byte[] sample(byte[] bytes) {
    if (bytes.length <= SAMPLE) {
      return bytes;
    }
    ByteArrayOutputStream sample = new ByteArrayOutputStream();
    int from = 0;
    boolean foreign = false;
    for (int i = 0; i < bytes.length && sample.size() < SAMPLE; i++) {
      foreign |= bytes[i] < 0;
      if (bytes[i] == '\n' || i - from >= SAMPLE || i + 1 == bytes.length) {
        if (foreign) {
          sample.write(bytes, from, i + 1 - from);
        }
        from = i + 1;
        foreign = false;
      }
    }
    return sample.toByteArray();
  }

  /** Encodings with the detector's confidence of 100 at most. */
  private static Map<Charset, Integer> detect(byte[] sample) {
    CharsetDetector detector = new CharsetDetector();
    detector.setText(sample);
    Map<Charset, Integer> found = new HashMap<>();
    for (CharsetMatch match : detector.detectAll()) {
      if (!match.getName().startsWith("UTF") && !match.getName().startsWith("IBM42")) {
        CharsetLabels.charset(match.getName())
            .ifPresent(charset -> found.merge(charset, match.getConfidence(), Math::max));
      }
    }
    return found;
  }
}
