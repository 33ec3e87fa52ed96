package dev.gill.source.slack;

import static dev.gill.source.CheckStep.failed;
import static dev.gill.source.CheckStep.passed;
import static dev.gill.source.CheckStep.skipped;

import dev.gill.source.CheckStep;
import dev.gill.source.SourceException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Checks an app: is its token known, may it read, where was it invited, how does a message read.
 */
final class SlackCheck {
  private static final List<String> STEPS =
      List.of("token", "scopes", "channels", "members", "messages", "events");
  private static final int SHOWN = 10;
  private static final int LONGEST = 120;

  private final SlackSettings settings;
  private final Api api;
  private final Consumer<CheckStep> report;
  private int done;

  SlackCheck(SlackSettings settings, Api api, Consumer<CheckStep> report) {
    this.settings = settings;
    this.api = api;
    this.report = report;
  }

  void run() throws InterruptedException {
    try {
      steps();
    } catch (SourceException e) {
      step(failed(STEPS.get(done), e.getMessage()));
    } catch (LeftChannelException e) {
      step(failed(STEPS.get(done), "The app was taken out of the channel meanwhile; try again."));
    }
    while (done < STEPS.size()) {
      step(skipped(STEPS.get(done), "An earlier step must work first."));
    }
  }

  private void steps() throws SourceException, InterruptedException, LeftChannelException {
    Api.Self self = api.self();
    pass(
        "Slack knows the token, which belongs to %s in the workspace %s."
            .formatted(self.bot() ? "an app" : "a person", self.name()));
    scopes(self.scopes());
    List<Channel> channels =
        api.channels(settings.kinds()).stream()
            .filter(channel -> channel.kind().direct() || settings.follows(channel))
            .toList();
    if (channels.isEmpty()) {
      step(
          failed(
              "channels",
              "The app is in no channel that would be read: write /invite @NAME-OF-THE-APP in each channel, or correct include and exclude."));
      return;
    }
    Members members = members(self);
    pass(
        "It would read %d: %s%s."
            .formatted(
                channels.size(),
                channels.stream()
                    .limit(SHOWN)
                    .map(channel -> channel.title(members))
                    .collect(Collectors.joining(", ")),
                channels.size() > SHOWN ? ", …" : ""));
    people(members);
    messages(channels.getFirst(), members);
    events();
  }

  private void events() throws SourceException, InterruptedException {
    if (settings.appToken().isEmpty()) {
      step(
          skipped(
              "events",
              "Without an app-token they come by the hook, if Slack was given its address."));
      return;
    }
    api.connection(settings.appToken().get());
    pass("Slack knows the app-token; events come over a connection that Gill opens.");
  }

  private void scopes(Set<String> granted) {
    Set<String> lacking = new TreeSet<>(wanted());
    lacking.removeAll(granted);
    if (granted.isEmpty()) {
      step(skipped("scopes", "This server does not say which scopes were granted."));
    } else if (lacking.isEmpty()) {
      pass("It has all scopes that reading takes.");
    } else {
      step(
          failed(
              "scopes",
              "It lacks %s: add them under OAuth & Permissions and install the app again."
                  .formatted(String.join(", ", lacking))));
    }
  }

  /** What the manifest in the docs asks for, too. */
  private Set<String> wanted() {
    Set<String> wanted =
        new TreeSet<>(
            Set.of(
                "channels:read",
                "channels:history",
                "groups:read",
                "groups:history",
                "users:read",
                "users:read.email"));
    if (settings.readsFiles()) {
      wanted.add("files:read");
    }
    if (!settings.direct().isEmpty()) {
      wanted.addAll(Set.of("im:read", "im:history", "mpim:read", "mpim:history"));
    }
    return wanted;
  }

  private Members members(Api.Self self) throws SourceException, InterruptedException {
    Map<String, Member> byId = new HashMap<>();
    for (var user : api.users()) {
      Member member = Member.of(user, self.team());
      byId.put(member.id(), member);
    }
    return new Members(settings.id().name(), byId);
  }

  private void people(Members members) {
    long known =
        members.byId().values().stream()
            .filter(each -> each.confirmed() && !each.email().isEmpty())
            .count();
    String counted =
        "%d full members, %d accounts with a verified e-mail address"
            .formatted(members.full().size(), known);
    step(
        known > 0
            ? passed("members", "There are " + counted + ", by which people sign in to Gill.")
            : failed(
                "members",
                "There are %s: add the scope users:read.email and install the app again, or name people in gill.people.accounts."
                    .formatted(counted)));
  }

  private void messages(Channel channel, Members members)
      throws SourceException, InterruptedException, LeftChannelException {
    Page page = api.history(channel.id(), "", "", settings.limits().page());
    Mrkdwn markup = new Mrkdwn(each -> members.name(each).orElse(each), Map.of());
    String example =
        page.posts().stream()
            .filter(post -> !post.bot() && !settings.optedOut(members.identities(post.account())))
            .findFirst()
            .map(
                post ->
                    " The last one, of %s: %s"
                        .formatted(Rooms.name(post, members), begin(markup.plain(post.text()))))
            .orElse("");
    pass(
        "%s can be read, %d messages at a time, %d requests a minute.%s"
            .formatted(
                channel.title(members),
                settings.limits().page(),
                settings.limits().perMinute(),
                example));
  }

  private static String begin(String text) {
    String line = text.lines().findFirst().orElse("");
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }

  private void pass(String sentence) {
    step(passed(STEPS.get(done), sentence));
  }

  private void step(CheckStep step) {
    report.accept(step);
    done++;
  }
}
