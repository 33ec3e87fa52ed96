package dev.gill.surface.mcp;

import dev.gill.model.DocId;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A document as a resource: {@code gill://documents/handbook:runbooks/restore.md}, from an offset
 * on with {@code ?start=8000}.
 *
 * @param start offset of the first UTF-16 unit that is wanted
 */
record DocumentUri(DocId doc, int start) {
  private static final String PREFIX = "gill://documents/";
  private static final Pattern WRITTEN =
      Pattern.compile(Pattern.quote(PREFIX) + "([^?#]{1,4000})(?:\\?start=([0-9]{1,9}))?");

  /** How all of them are written (RFC 6570). */
  static final String TEMPLATE = PREFIX + "{+id}";

  /** Reads an address; empty if it is none of a document. */
  static Optional<DocumentUri> parse(String written) {
    Matcher parts = WRITTEN.matcher(written);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      String id = URLDecoder.decode(parts.group(1).replace("+", "%2B"), StandardCharsets.UTF_8);
      int start = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
      return Optional.of(new DocumentUri(DocId.parse(id), start));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The address of a whole document. */
  static String of(DocId doc) {
    String written = URLEncoder.encode(doc.toString(), StandardCharsets.UTF_8);
    return PREFIX + written.replace("+", "%20").replace("%2F", "/").replace("%3A", ":");
  }

  /** The address of its rest. */
  static String of(DocId doc, int start) {
    return of(doc) + "?start=" + start;
  }
}
