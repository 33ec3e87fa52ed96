package dev.gill.parse.mail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Makes messages as Outlook stores them: a compound file with a stream for each property. */
final class OutlookMessage {
  private static final int HEAD = 32;
  private static final int HEAD_WITHIN = 24;
  private static final int HEAD_OF_PART = 8;
  private static final int TIME = 0x0040;

  /** Seconds from the beginning of 1601, which Windows counts from, to that of 1970. */
  private static final long EPOCH = 11_644_473_600L;

  private final Map<String, byte[]> streams = new LinkedHashMap<>();
  private final Map<Integer, Instant> times = new LinkedHashMap<>();
  private final Map<String, OutlookMessage> parts = new LinkedHashMap<>();

  /** A property of text, in Unicode. */
  OutlookMessage text(int property, String words) {
    streams.put(
        "__substg1.0_%04X001F".formatted(property), words.getBytes(StandardCharsets.UTF_16LE));
    return this;
  }

  OutlookMessage bytes(int property, byte[] bytes) {
    streams.put("__substg1.0_%04X0102".formatted(property), bytes);
    return this;
  }

  OutlookMessage time(int property, Instant instant) {
    times.put(property, instant);
    return this;
  }

  OutlookMessage attached(OutlookMessage attachment) {
    parts.put("__attach_version1.0_#%08X".formatted(parts.size()), attachment);
    return this;
  }

  /** An attachment that is a message. */
  static OutlookMessage holding(OutlookMessage inner) {
    OutlookMessage attachment = new OutlookMessage();
    attachment.parts.put("__substg1.0_3701000D", inner);
    return attachment;
  }

  static OutlookMessage file(String name, byte[] bytes) {
    return new OutlookMessage().text(0x3707, name).bytes(0x3701, bytes);
  }

  byte[] file() {
    try (POIFSFileSystem file = new POIFSFileSystem();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      write(file.getRoot(), HEAD);
      file.writeFilesystem(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(DirectoryEntry folder, int head) throws IOException {
    ByteBuffer properties =
        ByteBuffer.allocate(head + 16 * times.size()).order(ByteOrder.LITTLE_ENDIAN);
    properties.position(head);
    times.forEach(
        (property, instant) ->
            properties
                .putInt(property << 16 | TIME)
                .putInt(6)
                .putLong((instant.getEpochSecond() + EPOCH) * 10_000_000L));
    folder.createDocument("__properties_version1.0", new ByteArrayInputStream(properties.array()));
    for (Map.Entry<String, byte[]> stream : streams.entrySet()) {
      folder.createDocument(stream.getKey(), new ByteArrayInputStream(stream.getValue()));
    }
    for (Map.Entry<String, OutlookMessage> part : parts.entrySet()) {
      boolean message = part.getKey().endsWith("000D");
      part.getValue()
          .write(folder.createDirectory(part.getKey()), message ? HEAD_WITHIN : HEAD_OF_PART);
    }
  }
}
