package dev.gill.source.slack;

import dev.gill.model.SourceId;
import dev.gill.source.AccessContract;
import dev.gill.source.NamedByText;
import dev.gill.source.ProtocolContract;
import dev.gill.source.Settings;
import dev.gill.source.Source;
import dev.gill.source.SourceFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An export of one channel in which each message begins a thread of its own. */
final class SlackExportContractTest extends SourceFixture
    implements ProtocolContract, AccessContract {
  @TempDir Path temporary;
  private final SortedMap<String, String> texts = new TreeMap<>();
  private final Map<String, String> ids = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private ExportFile export;
  private Path file;
  private Slacks slacks;

  @BeforeEach
  void begin() throws Exception {
    file = temporary.resolve("export.zip");
    slacks = new Slacks(temporary.resolve("data"));
    export = new ExportFile(file);
    export.user("U1", "mira").channel("channels.json", "C1", "ops", "U1");
    publish();
  }

  @AfterEach
  void end() {
    slacks.close();
  }

  @Override
  public Source create() {
    return source(Map.of("path", file.toString()));
  }

  private Source source(Map<String, String> settings) {
    return new NamedByText(slacks.open(new Settings(new SourceId("team"), settings)), names);
  }

  @Override
  public void write(String key, String text) {
    String id = ids.computeIfAbsent(key, _ -> 1_772_000_000 + ids.size() + ".000100");
    names.put("C1/" + id, key);
    texts.put(key, text);
  }

  @Override
  public void delete(String key) {
    texts.remove(key);
  }

  @Override
  public void publish() throws Exception {
    export.removeDays();
    texts.forEach(
        (key, text) ->
            export.message("ops/2026-02-25.json", ids.get(key), "U1", text, ids.get(key)));
    export.write();
  }

  @Override
  public void breakDown() throws Exception {
    Files.move(file, temporary.resolve("elsewhere"));
  }

  @Override
  public Set<String> present() {
    return Set.copyOf(texts.keySet());
  }
}
