package dev.gill.source.git;

import dev.gill.source.CheckStep;
import dev.gill.source.MadeSource;
import dev.gill.source.Settings;
import dev.gill.source.SourceContext;
import dev.gill.source.SourceType;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The type {@code git}. */
public final class GitType implements SourceType {
  private static final Duration LOCAL = Duration.ofSeconds(5);
  private static final Duration REMOTE = Duration.ofSeconds(60);

  @Override
  public String name() {
    return "git";
  }

  @Override
  public Set<String> settings() {
    return Set.of(
        "url",
        "path",
        "branch",
        "folder",
        "link",
        "audience",
        "include",
        "exclude",
        "links",
        "every",
        "max-bytes",
        "username",
        "password");
  }

  @Override
  public MadeSource make(Settings settings, SourceContext surroundings) {
    GitSettings read = read(settings, surroundings);
    return new MadeSource(
        new GitSource(read, surroundings.readable()),
        settings.duration("every").orElse(read.remote() ? REMOTE : LOCAL));
  }

  @Override
  public void check(Settings settings, SourceContext surroundings, Consumer<CheckStep> report)
      throws InterruptedException {
    new GitCheck(read(settings, surroundings), surroundings.readable(), report).run();
  }

  private static GitSettings read(Settings settings, SourceContext surroundings) {
    String location =
        settings
            .text("url")
            .or(() -> settings.text("path"))
            .orElseThrow(() -> settings.missing("url (or path)"));
    boolean follow = settings.choice("links", Map.of("within", false, "follow", true), false);
    if (follow) {
      throw settings.wrong(
          "links",
          "must not be follow, which is for folders: links in a Git repository are not followed; take it out, or follow a folder where the repository is checked out");
    }
    return new GitSettings(
        settings.source(),
        location,
        settings.text("branch"),
        settings.text("folder").orElse(""),
        settings.text("link").orElse(""),
        settings.audience(),
        settings.list("include"),
        settings.list("exclude"),
        settings.bytes("max-bytes", GitSettings.MAX_BYTES),
        surroundings.data().resolve("git").resolve(settings.source().name()),
        settings
            .secret("password")
            .map(
                secret ->
                    new GitCredentials(settings.text("username").orElse(""), secret.reveal())));
  }
}
