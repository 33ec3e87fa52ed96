package dev.gill.source.webdav;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells what the addresses in a server's answers stand for. */
final class Hrefs {
  private static final Pattern HOST = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://[^/]*");
  private static final String ALLOWED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/%";

  private final String base;

  /** Below the folder at this address. */
  Hrefs(URI base) {
    this.base = decoded(base.getRawPath());
  }

  /**
   * The path below the folder, decoded and without a slash at its end; empty if it does not lie
   * there, or is no plain path.
   */
  Optional<String> path(String href) {
    String path = decoded(target(href));
    if ((path + "/").equals(base)) {
      return Optional.of("");
    }
    if (!path.startsWith(base)) {
      return Optional.empty();
    }
    String below = path.substring(base.length()).replaceFirst("/+$", "");
    boolean plain =
        below.isEmpty()
            || List.of(below.split("/", -1)).stream()
                .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
    return plain ? Optional.of(below) : Optional.empty();
  }

  /** The path to ask for, on the server that answered, whatever host it calls itself. */
  static String target(String href) {
    String path = HOST.matcher(href).replaceFirst("");
    StringBuilder target = new StringBuilder();
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      if (ALLOWED.indexOf(b) >= 0) {
        target.append((char) b);
      } else {
        target.append(String.format(Locale.ROOT, "%%%02X", b & 0xff));
      }
    }
    return target.toString().replaceFirst("^/*", "/");
  }

  /** Bytes that are not UTF-8 stay as they are written, so that no two files share a key. */
  private static String decoded(String path) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '%'
          && i + 2 < path.length()
          && path.substring(i + 1, i + 3).matches("\\p{XDigit}{2}")) {
        bytes.write(Integer.parseInt(path, i + 1, i + 3, 16));
        i += 2;
      } else {
        bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      return path;
    }
  }
}
