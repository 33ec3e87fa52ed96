package dev.gill.source;

import dev.gill.model.SourceId;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a server, apart from the user and the secret that were written into it.
 *
 * <p>Whoever speaks of it says {@link #shown()}: the host alone, since tokens are put into paths
 * and queries too. What a server or a library says of it is not handed on, since both repeat what
 * they were sent.
 */
public final class Address {
  private static final Pattern FORM =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://(.*)", Pattern.DOTALL);
  private static final Pattern PLACE =
      Pattern.compile("(\\[[^\\[\\]]*]|[^:\\[\\]]*)(?::(\\d{0,5}))?");
  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?");
  private static final Pattern IPV6 = Pattern.compile("\\[[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*]");
  private static final Pattern STRAY_AT = Pattern.compile("[^/]@");
  private static final Pattern PERCENT = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");
  private static final int LAST_PORT = 65_535;

  private final String scheme;
  private final String place;
  private final String resource;
  private final Optional<String> user;
  private final Optional<String> secret;

  private Address(String scheme, Split split) {
    this.scheme = scheme;
    this.place = split.place().orElseThrow();
    this.resource = encoded(split.resource());
    Optional<String> written = Optional.of(split.userInfo()).filter(info -> !info.isEmpty());
    this.user = written.map(info -> decoded(info.split(":", 2)[0]));
    this.secret =
        written.filter(info -> info.contains(":")).map(info -> decoded(info.split(":", 2)[1]));
  }

  /**
   * Takes an address apart. A password may hold any character as long as that leaves no doubt where
   * it ends.
   *
   * @throws IllegalArgumentException if that is in doubt, or the address makes no sense; nothing of
   *     it is repeated
   */
  public static Address parse(SourceId source, String written) {
    Matcher form = FORM.matcher(written.strip());
    if (!form.matches() || form.group(2).chars().anyMatch(Character::isISOControl)) {
      throw unreadable(source);
    }
    Split split = split(form.group(2)).orElseThrow(() -> unreadable(source));
    if (split.resource().contains("#") || split.resource().contains("\\")) {
      throw unreadable(source);
    }
    return new Address(form.group(1).toLowerCase(Locale.ROOT), split);
  }

  /** What to say of an address that cannot be read, without repeating it. */
  public static IllegalArgumentException unreadable(SourceId source) {
    return new IllegalArgumentException(
        "its url cannot be read; write https://HOST/PATH or the path of a clone, without user and password (an @ in the path as %%40), and give those by gill.sources.%s.username and the environment, %s."
            .formatted(source, variable(source)));
  }

  private static String variable(SourceId source) {
    return "GILL_SOURCES_%s_PASSWORD"
        .formatted(source.name().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"));
  }

  /** All that a library needs to find it, without user and password. Not to be shown. */
  public String location() {
    return scheme + "://" + place + resource;
  }

  /** The host, and the port if one was written; or words that stand for a name that looks odd. */
  public String shown() {
    String host = place.replaceFirst(":\\d+$", "");
    boolean plain = host.contains(".") || host.startsWith("[") || host.equals("localhost");
    return plain && !Redaction.secretive(host) ? place : "The server";
  }

  /** The user that was written into it. */
  public Optional<String> user() {
    return user;
  }

  /** The password that was written into it. */
  public Optional<String> secret() {
    return secret;
  }

  @Override
  public String toString() {
    return shown();
  }

  /** Where the host begins and ends; empty if nowhere, or if it is in doubt. */
  private static Optional<Split> split(String rest) {
    int end = end(rest, 0);
    Split plain = new Split(rest, rest.lastIndexOf('@', end - 1), end);
    if (plain.place().isPresent()) {
      return Optional.of(plain).filter(split -> !STRAY_AT.matcher(split.resource()).find());
    }
    List<Split> others = new ArrayList<>();
    for (int at = rest.indexOf('@'); at >= 0; at = rest.indexOf('@', at + 1)) {
      Split split = new Split(rest, at, end(rest, at));
      if (split.place().isPresent()) {
        others.add(split);
      }
    }
    return others.size() == 1 ? Optional.of(others.getFirst()) : Optional.empty();
  }

  private static int end(String rest, int from) {
    int end = from;
    while (end < rest.length() && "/?#".indexOf(rest.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private static String decoded(String written) {
    return PERCENT
        .matcher(written)
        .replaceAll(match -> Matcher.quoteReplacement(bytes(match.group())));
  }

  private static String bytes(String percents) {
    String[] digits = percents.substring(1).split("%");
    byte[] bytes = new byte[digits.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Integer.parseInt(digits[i], 16);
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** What is no part of an address as it goes over the wire, percent-encoded. */
  private static String encoded(String resource) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : resource.getBytes(StandardCharsets.UTF_8)) {
      if (b > ' ') {
        encoded.append((char) b);
      } else {
        encoded.append(String.format(Locale.ROOT, "%%%02X", b & 0xff));
      }
    }
    return encoded.toString();
  }

  /** One way to read what follows the scheme: user information up to {@code at}, and a host. */
  private record Split(String rest, int at, int end) {
    Split {
      Objects.requireNonNull(rest, "rest");
    }

    String userInfo() {
      return at < 0 ? "" : rest.substring(0, at);
    }

    String resource() {
      return rest.substring(end);
    }

    /** Host and port; empty if they cannot be those of a server. */
    Optional<String> place() {
      Matcher matcher = PLACE.matcher(rest.substring(at + 1, end));
      if (!matcher.matches()) {
        return Optional.empty();
      }
      String port = Objects.requireNonNullElse(matcher.group(2), "");
      int number = port.isEmpty() ? 1 : Integer.parseInt(port);
      return host(matcher.group(1))
          .filter(host -> number >= 1 && number <= LAST_PORT)
          .map(host -> port.isEmpty() ? host : host + ":" + number);
    }

    private static Optional<String> host(String written) {
      if (IPV6.matcher(written).matches()) {
        return Optional.of(written);
      }
      try {
        return Optional.of(IDN.toASCII(written)).filter(host -> HOST.matcher(host).matches());
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
  }
}
