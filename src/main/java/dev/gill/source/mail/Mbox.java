package dev.gill.source.mail;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parts an mbox into messages: RFC 4155. A line of {@code From }, an address and a date after a
 * blank line begins one; within messages programs write {@code >From }.
 */
final class Mbox {
  private static final int LARGEST = 64 << 20;
  private static final Pattern REF = Pattern.compile(".* (\\d+) (\\d+)\\+(\\d+)");
  private static final int LONGEST_BEGIN = 500;
  private static final Pattern BEGIN =
      Pattern.compile("From .*(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? .*\\d{1,2}:\\d{2}.*");
  private static final Pattern ESCAPED = Pattern.compile("(?m)^>(>*From )");
  private static final Pattern DELETED =
      Pattern.compile("(?im)^(?:X-)?Status:.*D|^X-Mozilla-Status: [0-9a-f]{3}[89a-f]");

  private Mbox() {}

  static List<Head> heads(Path file, String place) throws IOException {
    List<Head> heads = new ArrayList<>();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      ByteArrayOutputStream message = new ByteArrayOutputStream();
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      long offset = 0;
      long begin = 0;
      boolean blank = true;
      for (int b = in.read(); b >= 0 || line.size() > 0; b = in.read()) {
        if (b >= 0) {
          line.write(b);
          if (b != '\n') {
            continue;
          }
        }
        byte[] bytes = line.toByteArray();
        line.reset();
        if (blank && begins(bytes)) {
          add(heads, message, place, begin);
          begin = offset + bytes.length;
        } else if (message.size() + bytes.length <= LARGEST) {
          message.writeBytes(bytes);
        }
        blank = bytes.length <= 2 && new String(bytes, StandardCharsets.US_ASCII).isBlank();
        offset += bytes.length;
      }
      add(heads, message, place, begin);
    }
    return heads;
  }

  private static boolean begins(byte[] line) {
    return line.length < LONGEST_BEGIN
        && BEGIN.matcher(new String(line, StandardCharsets.ISO_8859_1).strip()).matches();
  }

  private static void add(
      List<Head> heads, ByteArrayOutputStream message, String place, long begin) {
    byte[] bytes = message.toByteArray();
    message.reset();
    if (bytes.length == 0 || deleted(bytes)) {
      return;
    }
    int digest = Arrays.hashCode(bytes);
    String ref =
        "%s %d %d+%d".formatted(place, Integer.toUnsignedLong(digest), begin, bytes.length);
    try {
      heads.add(Mime.of(bytes).head(ref, Instant.EPOCH, bytes.length));
    } catch (MessageException e) {
      // What cannot be taken apart at all has no id to be shown by.
    }
  }

  /** Marked as deleted by a program that has not compacted the file yet. */
  private static boolean deleted(byte[] bytes) {
    String begin =
        new String(bytes, 0, Math.min(bytes.length, 1 << 13), StandardCharsets.ISO_8859_1);
    int end = begin.indexOf("\n\n");
    return DELETED.matcher(end < 0 ? begin : begin.substring(0, end)).find();
  }

  /** Empty if something else stands there now. */
  static Optional<byte[]> read(Path file, Head head) throws IOException {
    Matcher ref = REF.matcher(head.ref());
    if (!ref.matches()) {
      return Optional.empty();
    }
    byte[] bytes = new byte[Integer.parseInt(ref.group(3))];
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      if (in.length() < Long.parseLong(ref.group(2)) + bytes.length) {
        return Optional.empty();
      }
      in.seek(Long.parseLong(ref.group(2)));
      in.readFully(bytes);
    }
    boolean same = Integer.toUnsignedLong(Arrays.hashCode(bytes)) == Long.parseLong(ref.group(1));
    return same ? Optional.of(plain(bytes)) : Optional.empty();
  }

  /** As it was sent: the sign goes that was put before lines which look like a beginning. */
  private static byte[] plain(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return ESCAPED.matcher(text).replaceAll("$1").getBytes(StandardCharsets.ISO_8859_1);
  }
}
