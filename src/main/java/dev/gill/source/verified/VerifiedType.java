package dev.gill.source.verified;

import dev.gill.model.Identity;
import dev.gill.model.VerifiedAnswers;
import dev.gill.source.CheckStep;
import dev.gill.source.MadeSource;
import dev.gill.source.Settings;
import dev.gill.source.SourceContext;
import dev.gill.source.SourceType;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The type {@code verified}. */
public final class VerifiedType implements SourceType {
  private static final Duration EVERY = Duration.ofSeconds(30);
  private static final int MOST_DAYS = 3650;

  /** What wakes the source of a folder when something was written there. */
  private final Map<Path, List<Runnable>> woken = new ConcurrentHashMap<>();

  @Override
  public String name() {
    return "verified";
  }

  @Override
  public Set<String> settings() {
    return Set.of("verifiers", "away", "days");
  }

  @Override
  public MadeSource make(Settings settings, SourceContext surroundings) {
    VerifiedSettings read = read(settings, surroundings.data());
    return new MadeSource(
        new VerifiedSource(
            read, new AnswerFolder(read, () -> {}), surroundings.clock(), woken(read)),
        EVERY);
  }

  /** What the pages write to, and this source reads. */
  public VerifiedAnswers answers(Settings settings, Path data) {
    VerifiedSettings read = read(settings, data);
    List<Runnable> sources = woken(read);
    return new AnswerFolder(read, () -> sources.forEach(Runnable::run));
  }

  private List<Runnable> woken(VerifiedSettings read) {
    return woken.computeIfAbsent(read.folder().toAbsolutePath(), _ -> new CopyOnWriteArrayList<>());
  }

  @Override
  public void check(Settings settings, SourceContext surroundings, Consumer<CheckStep> report) {
    VerifiedSettings read = read(settings, surroundings.data());
    if (read.verifiers().isEmpty()) {
      report.accept(
          CheckStep.passed(
              "verifiers", "Nobody is named, so only those who look after Gill write."));
    } else {
      report.accept(
          CheckStep.passed(
              "verifiers",
              "%d are named, of whom %d are away."
                  .formatted(read.verifiers().size(), read.away().size())));
    }
    try {
      int answers = new AnswerFolder(read, () -> {}).read().size();
      report.accept(CheckStep.passed("answers", "%d can be read.".formatted(answers)));
    } catch (IOException e) {
      report.accept(CheckStep.failed("answers", e.getMessage()));
    }
  }

  private static VerifiedSettings read(Settings settings, Path data) {
    long days = settings.number("days", VerifiedSettings.LASTING.toDays());
    if (days > MOST_DAYS) {
      throw settings.wrong("days", "is too much; make it %d at most".formatted(MOST_DAYS));
    }
    return new VerifiedSettings(
        settings.source(),
        data.resolve("verified").resolve(settings.source().name()),
        people(settings, "verifiers"),
        people(settings, "away"),
        Duration.ofDays(days));
  }

  private static List<Identity> people(Settings settings, String key) {
    try {
      return settings.list(key).stream().map(Identity::parse).toList();
    } catch (IllegalArgumentException e) {
      throw settings.wrong(
          key, "cannot be read; write e-mail addresses, or accounts as realm:id, parted by commas");
    }
  }
}
