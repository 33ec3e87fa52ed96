package dev.gill.source.git;

import dev.gill.source.Address;
import java.util.Objects;
import java.util.Optional;

/** What a Git server asks for. Never written anywhere: its text form hides the secret. */
public record GitCredentials(String username, String secret) {
  public GitCredentials {
    Objects.requireNonNull(username, "username");
    Objects.requireNonNull(secret, "secret");
  }

  /** The configured ones, or those in the address; a user name in it goes with a bare password. */
  static Optional<GitCredentials> of(Optional<GitCredentials> configured, Address address) {
    if (configured.isPresent()) {
      return configured.map(
          c ->
              c.username().isEmpty()
                  ? new GitCredentials(address.user().orElse(""), c.secret())
                  : c);
    }
    return address.user().map(user -> new GitCredentials(user, address.secret().orElse("")));
  }

  @Override
  public String toString() {
    return "GitCredentials[hidden]";
  }
}
