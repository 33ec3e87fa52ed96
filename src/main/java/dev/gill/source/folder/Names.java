package dev.gill.source.folder;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/**
 * File names as the keys of documents.
 *
 * <p>Where the platform's locale cannot show a name (every Chinese one under {@code LANG=C}) its
 * bytes are taken as UTF-8; bytes that are not UTF-8 either are written as {@code %FF}, so that no
 * two files share a key.
 */
final class Names {
  private Names() {}

  /** The last name of an absolute path. */
  static String of(Path path) {
    String shown = path.getFileName().toString();
    if (shown.indexOf('\uFFFD') < 0 && shown.indexOf('?') < 0) {
      return shown;
    }
    String raw = path.toUri().getRawPath();
    String trimmed = raw.endsWith("/") ? raw.substring(0, raw.length() - 1) : raw;
    return decode(unescape(trimmed.substring(trimmed.lastIndexOf('/') + 1)));
  }

  /** The key of a path below a root; empty for the root itself. */
  static String key(Path root, Path path) {
    if (path.equals(root)) {
      return "";
    }
    String parent = key(root, path.getParent());
    return parent.isEmpty() ? of(path) : parent + "/" + of(path);
  }

  private static byte[] unescape(String raw) {
    ByteBuffer bytes = ByteBuffer.allocate(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      if (raw.charAt(i) == '%') {
        bytes.put((byte) Integer.parseInt(raw, i + 1, i + 3, 16));
        i += 2;
      } else {
        bytes.put((byte) raw.charAt(i));
      }
    }
    byte[] exact = new byte[bytes.position()];
    bytes.flip().get(exact);
    return exact;
  }

  private static String decode(byte[] name) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name)).toString();
    } catch (CharacterCodingException e) {
      StringBuilder escaped = new StringBuilder();
      for (byte b : name) {
        escaped.append(
            b >= ' ' ? String.valueOf((char) b) : String.format(Locale.ROOT, "%%%02X", b & 0xff));
      }
      return escaped.toString();
    }
  }
}
