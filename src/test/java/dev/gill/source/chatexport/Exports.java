package dev.gill.source.chatexport;

import dev.gill.model.Identity;
import dev.gill.model.People;
import dev.gill.model.SourceId;
import dev.gill.source.Settings;
import dev.gill.source.Source;
import dev.gill.source.SourceContext;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

/** Sources over exports, as the configuration makes them. */
final class Exports {
  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

  private Exports() {}

  static Source source(Path data, Map<String, String> settings) {
    return new ChatExportType()
        .make(new Settings(new SourceId("team"), settings), surroundings(data))
        .source();
  }

  /** In which one account opted out. */
  static SourceContext surroundings(Path data) {
    People people = new People(Map.of(), Set.of(new Identity("team", "mallory")));
    return new SourceContext(data, _ -> true, InstantSource.fixed(NOW), people);
  }
}
