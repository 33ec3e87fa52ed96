package dev.gill.source.webdav;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.lab.servers.Real;
import dev.gill.lab.servers.RealWebdav;
import dev.gill.model.Audience;
import dev.gill.source.AccessContract;
import dev.gill.source.CheckStep;
import dev.gill.source.FileTreeContract;
import dev.gill.source.ProtocolContract;
import dev.gill.source.Replica;
import dev.gill.source.Source;
import dev.gill.source.SourceException;
import dev.gill.source.SourceFixture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contracts, and stops and starts, over a real WebDAV server. */
@Tag("slow")
final class RealWebdavTest extends SourceFixture
    implements ProtocolContract, FileTreeContract, AccessContract {
  @TempDir Path temporary;
  private final Set<String> present = new TreeSet<>();
  private RealWebdav server;

  @BeforeEach
  void start() throws Exception {
    server = Real.orSkip(() -> RealWebdav.start(temporary));
  }

  @AfterEach
  void stop() throws Exception {
    if (server != null) {
      server.close();
    }
  }

  @Override
  public Source create() {
    return source(new Audience.Everyone());
  }

  private Source source(Audience audience) {
    return Davs.source(Davs.settings(server.url(), audience, temporary.resolve("data")));
  }

  @Override
  public Optional<Source> configuredFor(Audience audience) {
    return Optional.of(source(audience));
  }

  @Override
  public void write(String key, String text) throws Exception {
    server.put(key, text);
    present.add(key);
  }

  @Override
  public void delete(String key) throws Exception {
    server.delete(key);
    present.remove(key);
  }

  @Override
  public void move(String from, String to) throws Exception {
    server.move(from, to);
    present.remove(from);
    present.add(to);
  }

  @Override
  public void publish() {}

  @Override
  public void breakDown() throws Exception {
    server.stop();
  }

  @Override
  public Set<String> present() {
    return present;
  }

  @Test
  void whatChangedWhileTheServerWasDownIsFoundWhenItIsBack() throws Exception {
    write("a.md", "one");
    write("b.md", "two");
    Source source = open();
    Replica replica = new Replica();
    replica.follow(source);
    delete("b.md");
    write("a.md", "one, edited");
    server.stop();
    try {
      replica.follow(source);
      throw new AssertionError("a server that is down was followed");
    } catch (SourceException.Broken e) {
      assertThat(replica.keys()).containsExactly("a.md", "b.md");
    }
    server.start();
    replica.follow(source);

    assertThat(replica.keys()).containsExactly("a.md");
    assertThat(replica.get("a.md").text()).isEqualTo("one, edited");
  }

  @Test
  void theCheckGoesAllTheWay() throws Exception {
    write("handbook/值班.md", "# Rota");
    List<CheckStep> steps = new ArrayList<>();
    Davs.check(
            Davs.settings(server.url(), new Audience.Everyone(), temporary.resolve("data")),
            steps::add)
        .run();

    assertThat(steps).allMatch(step -> step.outcome() instanceof CheckStep.Passed);
    assertThat(steps)
        .extracting(step -> step.outcome().sentence())
        .contains("1 file would be read.");
  }
}
