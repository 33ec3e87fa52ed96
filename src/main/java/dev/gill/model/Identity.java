package dev.gill.model;

import java.util.Comparator;
import java.util.Locale;

/**
 * How one system knows a person.
 *
 * @param realm the system, or {@link #EMAIL}
 * @param id the account's stable id there, or the address in lower case
 */
public record Identity(String realm, String id) implements Comparable<Identity> {
  /** The realm of e-mail addresses, by which systems know the same person. */
  public static final String EMAIL = "email";

  private static final Comparator<Identity> ORDER =
      Comparator.comparing(Identity::realm).thenComparing(Identity::id);

  public Identity {
    if (realm.isBlank() || id.isBlank()) {
      throw new IllegalArgumentException("an identity has a realm and an id");
    }
    if (realm.equals(EMAIL)) {
      id = id.strip().toLowerCase(Locale.ROOT);
    }
  }

  /** An e-mail address. Only one that a system has verified says who somebody is. */
  public static Identity email(String address) {
    return new Identity(EMAIL, address);
  }

  /**
   * Reads an e-mail address, or {@code realm:id}.
   *
   * @throws IllegalArgumentException if it is neither
   */
  public static Identity parse(String written) {
    int colon = written.indexOf(':');
    if (colon > 0) {
      return new Identity(written.substring(0, colon), written.substring(colon + 1));
    }
    if (written.indexOf('@') <= 0) {
      throw new IllegalArgumentException(
          "a person is an e-mail address, or an account as realm:id");
    }
    return email(written);
  }

  @Override
  public int compareTo(Identity other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return realm.equals(EMAIL) ? id : realm + ":" + id;
  }
}
