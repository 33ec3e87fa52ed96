package dev.gill.source.verified;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.model.Audience;
import dev.gill.model.DocId;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import dev.gill.model.VerifiedAnswer;
import dev.gill.source.AccessContract;
import dev.gill.source.ProtocolContract;
import dev.gill.source.Source;
import dev.gill.source.SourceFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VerifiedContractTest extends SourceFixture implements ProtocolContract, AccessContract {
  private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

  @TempDir Path temporary;
  private VerifiedSettings settings;
  private AnswerFolder folder;

  @BeforeEach
  void makeFolder() {
    settings =
        new VerifiedSettings(
            new SourceId("team"),
            temporary.resolve("verified"),
            List.of(),
            List.of(),
            Duration.ofDays(90));
    folder = new AnswerFolder(settings, () -> {});
  }

  @Override
  public Source create() {
    return new VerifiedSource(
        settings, folder, InstantSource.fixed(NOW), new CopyOnWriteArrayList<>());
  }

  @Override
  public void write(String key, String text) {
    folder.put(
        new VerifiedAnswer(
            key,
            text,
            "As " + key + " says.",
            "Anna",
            "Anna",
            NOW.minusSeconds(60),
            NOW.plus(Duration.ofDays(90)),
            new Audience.Everyone(),
            List.of(
                new VerifiedAnswer.Drawn(
                    DocId.parse("wiki:17"), new Scope(new SourceId("wiki"), "ops"))),
            Set.of()));
  }

  @Override
  public void delete(String key) {
    folder.remove(key);
  }

  @Override
  public void publish() {}

  @Override
  public void breakDown() throws IOException {
    if (Files.exists(settings.folder())) {
      Files.move(settings.folder(), temporary.resolve("elsewhere"));
    }
    Files.writeString(settings.folder(), "a file stands in the way");
  }

  @Override
  public Set<String> present() {
    return folder.all().stream()
        .map(VerifiedAnswer::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** None is large. */
  @Override
  @Test
  public void large_documents_come_in_small_pages() {
    assertThatThrownBy(() -> write("large", "x".repeat(1_500_000)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("500");
  }
}
