package dev.gill.surface.slack;

import com.slack.api.Slack;
import dev.gill.surface.chat.ChatException;
import dev.gill.surface.chat.Checked;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Says step by step whether Gill can be an app of a workspace as it is configured. */
public final class SlackCheck {
  private static final Set<String> NEEDED =
      Set.of(
          "app_mentions:read",
          "channels:history",
          "channels:read",
          "chat:write",
          "commands",
          "groups:history",
          "groups:read",
          "im:history",
          "im:write",
          "users:read",
          "users:read.email");

  private final SlackSettings settings;
  private final SlackApi api;
  private final Consumer<Checked> report;

  private SlackCheck(SlackSettings settings, SlackApi api, Consumer<Checked> report) {
    this.settings = settings;
    this.api = api;
    this.report = report;
  }

  /**
   * Looks at everything, one after the other.
   *
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public static void run(SlackSettings settings, Consumer<Checked> report)
      throws InterruptedException {
    new SlackCheck(settings, new SdkSlack(settings), report).run();
  }

  private void run() throws InterruptedException {
    try {
      SlackApi.Self self = api.self();
      right("token", "It belongs to an app of the workspace %s.".formatted(self.teamName()));
      scopes(self.scopes());
      people();
    } catch (ChatException e) {
      wrong("token", e.getMessage() + " Check gill.surfaces.slack.token and the network.");
    }
    requests();
    socket();
  }

  private void scopes(Set<String> granted) {
    Set<String> missing = new TreeSet<>(NEEDED);
    missing.removeAll(granted);
    if (granted.isEmpty()) {
      right("scopes", "The server does not say what the token may do.");
    } else if (missing.isEmpty()) {
      right("scopes", "The token has all that are needed.");
    } else {
      wrong(
          "scopes",
          "These are missing: %s. Add them under OAuth & Permissions, and install the app again."
              .formatted(String.join(", ", missing)));
    }
  }

  private void people() throws InterruptedException {
    try {
      long verified =
          api.users().stream().filter(user -> user.confirmed() && !user.email().isEmpty()).count();
      if (verified > 0 || settings.realm().isPresent()) {
        right("people", "%d accounts have a verified address.".formatted(verified));
      } else {
        wrong(
            "people",
            "No account has a verified address, so all read what everyone reads; give the app"
                + " users:read.email, or set gill.surfaces.slack.source.");
      }
    } catch (ChatException e) {
      wrong("people", e.getMessage() + " Give the app users:read and users:read.email.");
    }
  }

  private void requests() {
    if (settings.signingSecret().isPresent()) {
      right("requests", "They are taken at /api/surfaces/slack, signed with the signing secret.");
    }
  }

  private void socket() {
    settings
        .appToken()
        .ifPresent(
            token -> {
              try {
                Slack slack = SdkSlack.slack(settings);
                slack.issueSocketModeUrl(token);
                right("socket", "Slack opens Socket Mode.");
              } catch (IOException | IllegalStateException e) {
                wrong(
                    "socket",
                    "Slack opens no Socket Mode: check gill.surfaces.slack.app-token, its scope"
                        + " connections:write, and that Socket Mode is switched on.");
              }
            });
  }

  private void right(String name, String sentence) {
    report.accept(new Checked(name, true, sentence));
  }

  private void wrong(String name, String sentence) {
    report.accept(new Checked(name, false, sentence));
  }
}
