package dev.gill.source.lark;

import static dev.gill.source.CheckStep.failed;
import static dev.gill.source.CheckStep.passed;
import static dev.gill.source.CheckStep.skipped;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gill.source.CheckStep;
import dev.gill.source.SourceException;
import dev.gill.source.chat.Post;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Checks an app: is it known, in which groups is its bot, who reads them, how do they read. */
final class LarkChatCheck {
  private static final List<String> STEPS = List.of("app", "groups", "members", "messages");
  private static final int SHOWN = 10;
  private static final int LONGEST = 120;

  private final ChatSettings settings;
  private final LarkApi api;
  private final Groups groups;
  private final Consumer<CheckStep> report;
  private int done;

  LarkChatCheck(ChatSettings settings, LarkApi api, Consumer<CheckStep> report) {
    this.settings = settings;
    this.api = api;
    this.groups = new Groups(settings, api);
    this.report = report;
  }

  void run(Instant now) throws InterruptedException {
    try {
      steps(now);
    } catch (SourceException e) {
      step(failed(STEPS.get(done), e.getMessage()));
    }
    while (done < STEPS.size()) {
      step(skipped(STEPS.get(done), "An earlier step must work first."));
    }
  }

  private void steps(Instant now) throws SourceException, InterruptedException {
    api.signIn();
    pass("%s knows the app (App ID and App Secret).".formatted(settings.http().shown()));
    List<Group> followed = groups.list().stream().filter(settings::follows).toList();
    if (followed.isEmpty()) {
      step(
          failed(
              "groups",
              "The app's bot is in no group that would be read: add it in the group (Settings, Bots), or correct include and exclude."));
      return;
    }
    pass(
        "It would read %d: %s%s."
            .formatted(
                followed.size(),
                followed.stream().limit(SHOWN).map(Group::title).collect(Collectors.joining(", ")),
                followed.size() > SHOWN ? ", …" : ""));
    groups.refresh(now);
    long people =
        followed.stream().flatMap(each -> groups.members(each.id()).stream()).distinct().count();
    step(
        people > 0
            ? passed("members", "%d people are in these groups and may read.".formatted(people))
            : failed("members", "Nobody is in these groups, so nobody may read them."));
    messages(followed.getFirst());
  }

  private void messages(Group group) throws SourceException, InterruptedException {
    try {
      JsonNode page =
          api.get(
              Paths.of("im/v1/messages"),
              Map.of(
                  "container_id_type",
                  "chat",
                  "container_id",
                  group.id(),
                  "sort_type",
                  "ByCreateTimeDesc",
                  "page_size",
                  "50"));
      pass("%s can be read.%s".formatted(group.title(), example(page)));
    } catch (LarkException e) {
      throw GroupRefusal.of(settings.id(), e, "the messages of a group", "im:message.group_msg");
    }
  }

  private String example(JsonNode page) throws SourceException, InterruptedException {
    Optional<Post> last =
        StreamSupport.stream(page.path("items").spliterator(), false)
            .map(Sent::of)
            .flatMap(sent -> sent.post().stream())
            .filter(post -> !post.bot())
            .findFirst();
    if (last.isEmpty() || settings.optedOut(groups.identities(last.get().account()))) {
      return "";
    }
    String line = last.get().text().lines().findFirst().orElse("");
    return " The last one, of %s: %s"
        .formatted(
            groups.name(last.get().account()),
            line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line);
  }

  private void pass(String sentence) {
    step(passed(STEPS.get(done), sentence));
  }

  private void step(CheckStep step) {
    report.accept(step);
    done++;
  }
}
