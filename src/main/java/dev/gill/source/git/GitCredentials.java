package dev.gill.source.git;

import java.util.Objects;

/** What a Git server asks for. Never written anywhere: its text form hides the secret. */
public record GitCredentials(String username, String secret) {
  public GitCredentials {
    Objects.requireNonNull(username, "username");
    Objects.requireNonNull(secret, "secret");
  }

  @Override
  public String toString() {
    return "GitCredentials[hidden]";
  }
}
