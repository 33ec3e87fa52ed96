package dev.gill.model;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * A group of people in one system: two systems' {@code admins} are two groups.
 *
 * <p>Written as {@code realm:name}, or as the name alone where the realm is {@link #CONFIGURED}.
 *
 * @param realm the system that knows its members, in the form of a source's name
 * @param name as the system writes it
 */
public record GroupId(String realm, String name) implements Comparable<GroupId> {
  /** The realm of the groups that the configuration names. */
  public static final String CONFIGURED = "gill";

  private static final Pattern REALM = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
  private static final Comparator<GroupId> ORDER =
      Comparator.comparing(GroupId::realm).thenComparing(GroupId::name);

  public GroupId {
    if (!REALM.matcher(realm).matches()) {
      throw new IllegalArgumentException(
          "realm '%s' must be lower-case letters, digits, '.', '_' or '-'".formatted(realm));
    }
    if (name.isBlank()) {
      throw new IllegalArgumentException("a group's name must not be blank");
    }
  }

  /** A group that the configuration names. */
  public static GroupId configured(String name) {
    return new GroupId(CONFIGURED, name);
  }

  /**
   * Reads the form that {@link #toString()} writes.
   *
   * @throws IllegalArgumentException if it is not of that form
   */
  public static GroupId parse(String written) {
    int colon = written.indexOf(':');
    return colon < 0
        ? configured(written)
        : new GroupId(written.substring(0, colon), written.substring(colon + 1));
  }

  @Override
  public int compareTo(GroupId other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return realm.equals(CONFIGURED) && name.indexOf(':') < 0 ? name : realm + ":" + name;
  }
}
