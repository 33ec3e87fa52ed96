package dev.gill.source.http;

import dev.gill.model.SourceId;
import dev.gill.source.Redaction;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Addresses as they may be shown: without user and password, without parts of the path that look
 * like tokens, without the values of parameters that carry secrets by their names or looks, and
 * without the credentials of the request itself, which a server may repeat in an address.
 */
final class Redactor {
  private static final Pattern PARTS =
      Pattern.compile(
          "((?:[A-Za-z][A-Za-z0-9+.-]*:)?//[^/?#]*)?([^?#]*)(?:\\?([^#]*))?(?:#.*)?",
          Pattern.DOTALL);

  private static final Pattern SECRETIVE =
      Pattern.compile(
          "token|secret|passw|pwd|key|sig|auth|cred|code|session|sid|jwt|cookie|ticket|assertion|hmac");

  private final List<String> known;

  private Redactor(List<String> known) {
    this.known = known;
  }

  /** To one who asks with one of these. */
  static Redactor to(List<Credential> credentials) {
    return new Redactor(
        credentials.stream()
            .flatMap(credential -> HeaderLine.secrets(credential).stream())
            .map(word -> word.toLowerCase(Locale.ROOT))
            .toList());
  }

  /** Of a server; its name may be one that another server made up. */
  String place(Endpoint place, SourceId source) {
    return holdsKnown(place.host()) ? Endpoint.UNNAMED : place.shown(source);
  }

  /** Of an address, whole or relative, however malformed it is. */
  String target(String written) {
    Matcher parts = PARTS.matcher(written);
    if (!parts.matches()) {
      return Redaction.MASK;
    }
    String place = parts.group(1) == null ? "" : server(parts.group(1));
    String query = parts.group(3) == null ? "" : "?" + query(parts.group(3));
    return place + path(parts.group(2)) + query;
  }

  private String server(String written) {
    String server = written.replaceFirst("//.*@", "//");
    return holdsKnown(server) ? "//" + Redaction.MASK : server;
  }

  private String path(String path) {
    return Arrays.stream(path.split("/", -1))
        .map(part -> part.replaceFirst(";.*", ";" + Redaction.MASK))
        .map(part -> suspicious(part) ? Redaction.MASK : part)
        .collect(Collectors.joining("/"));
  }

  private String query(String query) {
    return Arrays.stream(query.split("&", -1))
        .map(this::parameter)
        .collect(Collectors.joining("&"));
  }

  private String parameter(String parameter) {
    int equals = parameter.indexOf('=');
    String name = equals < 0 ? "" : parameter.substring(0, equals);
    String value = parameter.substring(equals + 1);
    boolean hidden =
        SECRETIVE.matcher(decoded(name).toLowerCase(Locale.ROOT)).find() || suspicious(value);
    String shown = hidden ? Redaction.MASK : value;
    return equals < 0 ? shown : name + "=" + shown;
  }

  /** Whether it looks like a token, or like a user and password. */
  private boolean suspicious(String part) {
    String plain = decoded(part);
    return plain.contains("@") || Redaction.secretive(plain) || holdsKnown(plain);
  }

  private boolean holdsKnown(String plain) {
    String lower = plain.toLowerCase(Locale.ROOT);
    return known.stream().anyMatch(lower::contains);
  }

  private static String decoded(String part) {
    try {
      return URLDecoder.decode(part, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return part;
    }
  }
}
