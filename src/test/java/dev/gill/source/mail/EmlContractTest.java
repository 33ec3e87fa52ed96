package dev.gill.source.mail;

import dev.gill.model.Audience;
import dev.gill.source.AccessContract;
import dev.gill.source.ProtocolContract;
import dev.gill.source.Source;
import dev.gill.source.SourceFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder of messages; each is a thread of its own, whose key is its folder and id. */
final class EmlContractTest extends SourceFixture implements ProtocolContract, AccessContract {
  @TempDir Path temporary;
  private final Set<String> present = new TreeSet<>();
  private Path root;

  @BeforeEach
  void makeFolder() throws Exception {
    root = Files.createDirectory(temporary.resolve("mail"));
  }

  @Override
  public Source create() {
    return source(new Audience.Everyone());
  }

  @Override
  public Optional<Source> configuredFor(Audience audience) {
    return Optional.of(source(audience));
  }

  private Source source(Audience audience) {
    return Mails.source(Mails.files(root, audience, temporary.resolve("data")));
  }

  @Override
  public void write(String key, String text) throws Exception {
    Path file = root.resolve(key + ".eml");
    Files.createDirectories(file.getParent());
    String id = key.substring(key.lastIndexOf('/') + 1);
    Files.writeString(file, Mails.message(id, "About " + id, text));
    present.add(key);
  }

  @Override
  public void delete(String key) throws Exception {
    Files.delete(root.resolve(key + ".eml"));
    present.remove(key);
  }

  @Override
  public void publish() {}

  @Override
  public void breakDown() throws Exception {
    Files.move(root, temporary.resolve("elsewhere"));
  }

  @Override
  public Set<String> present() {
    return present;
  }
}
