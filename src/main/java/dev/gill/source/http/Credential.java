package dev.gill.source.http;

import dev.gill.source.Secret;

/**
 * How a request says who asks. The client puts it on, and only for the server that was configured:
 * a redirect to another one goes without.
 *
 * <p>What cannot travel in a header, such as a token with a blank at its end, is refused at once
 * with an {@link IllegalArgumentException} that does not repeat it.
 */
public sealed interface Credential {
  /** Nobody in particular. */
  record None() implements Credential {}

  /** {@code Authorization: Bearer}, RFC 6750. */
  record Bearer(Secret token) implements Credential {
    public Bearer {
      new HeaderLine("Authorization", "Bearer " + token.reveal());
    }
  }

  /** {@code Authorization: Basic} in UTF-8, RFC 7617; the user's name holds no colon. */
  record Basic(String user, Secret password) implements Credential {
    public Basic {
      if (user.contains(":") || user.chars().anyMatch(Character::isISOControl)) {
        throw new IllegalArgumentException(
            "a user name holds a colon or a line end: give user name and password apart");
      }
    }

    @Override
    public String toString() {
      return "Basic[hidden]";
    }
  }

  /** A cookie of this name, such as that of a session. */
  record Cookie(String name, Secret value) implements Credential {
    public Cookie {
      new HeaderLine("Cookie", name + "=" + value.reveal());
      if (!HeaderLine.token(name)
          || value.reveal().chars().anyMatch(c -> " ,;\"\\".indexOf(c) >= 0)) {
        throw new IllegalArgumentException(
            "a cookie holds a blank, comma, quote or semicolon: give its name and its value alone");
      }
    }
  }

  /** A header of this name, such as {@code PRIVATE-TOKEN}. */
  record Header(String name, Secret value) implements Credential {
    public Header {
      new HeaderLine(name, value.reveal());
    }
  }
}
