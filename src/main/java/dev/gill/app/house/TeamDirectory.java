package dev.gill.app.house;

import dev.gill.app.config.Groups;
import dev.gill.index.IndexEngine;
import dev.gill.index.Snapshot;
import dev.gill.model.Directory;
import dev.gill.model.GroupId;
import dev.gill.model.Identity;
import dev.gill.model.Reader;
import java.util.HashSet;
import java.util.Set;

/** Knows who asks from the configuration, and from what the sources report of their people. */
final class TeamDirectory implements Directory {
  private final Groups configured;
  private final IndexEngine index;

  TeamDirectory(Groups configured, IndexEngine index) {
    this.configured = configured;
    this.index = index;
  }

  @Override
  public Reader reader(Set<Identity> asker) {
    try (Snapshot snapshot = index.snapshot()) {
      Set<Identity> known = snapshot.access().known(asker);
      Set<GroupId> groups = new HashSet<>(configured.ofEveryone());
      groups.addAll(configured.of(known));
      return new Reader(asker, groups);
    }
  }
}
