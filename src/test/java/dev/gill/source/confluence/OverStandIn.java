package dev.gill.source.confluence;

import dev.gill.model.GroupId;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import dev.gill.source.Replica;
import dev.gill.source.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What tests share that follow a stand-in of either edition. */
abstract class OverStandIn {
  /** The editions. */
  enum Edition {
    CLOUD,
    DATA_CENTER
  }

  static final SourceId TEAM = new SourceId("team");

  @TempDir Path data;
  final Replica replica = new Replica();
  private final List<Source> opened = new ArrayList<>();
  Confluences sites;
  StandInConfluence stand;

  @BeforeEach
  void begin() {
    sites = new Confluences(data);
  }

  @AfterEach
  void end() {
    opened.forEach(Source::close);
    if (stand != null) {
      stand.close();
    }
    sites.close();
  }

  void start(Edition edition) throws IOException {
    stand = edition == Edition.CLOUD ? StandInConfluence.cloud() : StandInConfluence.dataCenter();
  }

  ConfluenceSource open(String... settings) {
    ConfluenceSource source = sites.source(stand, settings);
    opened.add(source);
    return source;
  }

  static Scope scope(String key) {
    return new Scope(TEAM, key);
  }

  static GroupId group(String name) {
    return new GroupId("team", name);
  }

  /** What the edition knows a group or user by. */
  boolean cloud() {
    return stand.url().contains("/wiki");
  }

  String account(String user) {
    return cloud() ? "id-" + user : user;
  }
}
