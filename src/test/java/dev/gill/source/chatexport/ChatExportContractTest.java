package dev.gill.source.chatexport;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gill.model.Audience;
import dev.gill.source.AccessContract;
import dev.gill.source.ProtocolContract;
import dev.gill.source.Source;
import dev.gill.source.SourceFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** One export whose messages begin a thread each, so that their ids are the keys. */
final class ChatExportContractTest extends SourceFixture
    implements ProtocolContract, AccessContract {
  @TempDir Path temporary;
  private final SortedMap<String, String> messages = new TreeMap<>();
  private Path export;
  private int versions;

  @BeforeEach
  void makeExport() throws Exception {
    export = temporary.resolve("ops.jsonl");
    publish();
  }

  @Override
  public Source create() {
    return source("everyone");
  }

  @Override
  public Optional<Source> configuredFor(Audience audience) {
    return Optional.of(source(audience.toString()));
  }

  private Source source(String audience) {
    return Exports.source(
        temporary.resolve("data"), Map.of("path", export.toString(), "audience", audience));
  }

  @Override
  public void write(String key, String text) throws Exception {
    messages.put(
        key,
        new ObjectMapper()
            .writeValueAsString(
                Map.of(
                    "id",
                    key,
                    "thread",
                    key,
                    "name",
                    "Li",
                    "time",
                    "2026-03-02T10:00:00Z",
                    "text",
                    text)));
  }

  @Override
  public void delete(String key) {
    messages.remove(key);
  }

  /** Blank lines mean nothing, but make the file one of another size. */
  @Override
  public void publish() throws Exception {
    Files.writeString(export, String.join("\n", messages.values()) + "\n".repeat(++versions));
  }

  @Override
  public void breakDown() throws Exception {
    Files.move(export, temporary.resolve("elsewhere"));
  }

  @Override
  public Set<String> present() {
    return messages.keySet();
  }
}
