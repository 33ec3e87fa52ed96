package dev.gill.source.matrix;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gill.source.AccessContract;
import dev.gill.source.ProtocolContract;
import dev.gill.source.Source;
import dev.gill.source.SourceFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** One room, in which a message a day is said; each is a conversation. They are no files. */
final class MatrixContractTest extends SourceFixture implements ProtocolContract, AccessContract {
  private static final String ROOM = "!team:test";
  private static final String LI = "@li:test";

  @TempDir Path data;
  private final SortedMap<String, String> messages = new TreeMap<>();
  private Matrices matrices;
  private SmallMatrix server;
  private int written;

  @BeforeEach
  void begin() throws IOException {
    matrices = new Matrices(data);
    server = new SmallMatrix();
    server.room(ROOM, "team", LI);
  }

  @AfterEach
  void end() {
    server.close();
    matrices.close();
  }

  @Override
  public Source create() {
    return new ByKey(matrices.source(server.url(), SmallMatrix.TOKEN));
  }

  @Override
  public void write(String key, String text) {
    server.pass(Duration.ofDays(1));
    if (messages.containsKey(key)) {
      server.edit(ROOM, LI, messages.get(key), text);
    } else {
      String id = key + "~" + ++written;
      messages.put(key, id);
      server.say(ROOM, LI, text, JsonNodeFactory.instance.objectNode(), id);
    }
  }

  @Override
  public void delete(String key) {
    server.redact(ROOM, messages.remove(key));
  }

  @Override
  public void publish() {}

  @Override
  public void breakDown() {
    server.close();
  }

  @Override
  public Set<String> present() {
    return messages.keySet();
  }
}
