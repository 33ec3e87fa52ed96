package dev.gill.model;

import java.util.regex.Pattern;

/**
 * The configured name of a source, such as {@code handbook}: lower-case letters, digits, {@code . _
 * -}, 64 at most.
 */
public record SourceId(String name) implements Comparable<SourceId> {
  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

  public SourceId {
    if (!FORM.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "source name '%s' must be lower-case letters, digits, '.', '_' or '-', and start with a letter or digit"
              .formatted(name));
    }
  }

  @Override
  public int compareTo(SourceId other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
