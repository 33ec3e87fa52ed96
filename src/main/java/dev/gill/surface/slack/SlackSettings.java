package dev.gill.surface.slack;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * How Gill is an app of a workspace.
 *
 * @param signingSecret what requests are signed with; empty where only Socket Mode is used
 * @param token the app's own ({@code xoxb-…})
 * @param appToken opens Socket Mode ({@code xapp-…}); empty where Slack sends requests
 * @param api below which the methods lie
 * @param realm of the accounts: the name of the source that follows this workspace; empty if none
 *     does, and then people are known by verified addresses alone
 */
public record SlackSettings(
    Optional<String> signingSecret,
    String token,
    Optional<String> appToken,
    URI api,
    Optional<String> realm) {
  /** Where Slack's methods lie. */
  public static final URI SLACK = URI.create("https://slack.com/api/");

  public SlackSettings {
    Objects.requireNonNull(signingSecret, "signingSecret");
    Objects.requireNonNull(token, "token");
    Objects.requireNonNull(appToken, "appToken");
    Objects.requireNonNull(realm, "realm");
    if (signingSecret.isEmpty() && appToken.isEmpty()) {
      throw new IllegalArgumentException("Slack is reached by requests or by Socket Mode");
    }
    if (!api.toString().endsWith("/")) {
      throw new IllegalArgumentException("the address of the methods ends with a slash");
    }
  }

  /** Without what is secret. */
  @Override
  public String toString() {
    return "SlackSettings[%s]".formatted(api.getHost());
  }
}
