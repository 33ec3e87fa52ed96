package dev.gill.source.lark;

import dev.gill.model.Audience;
import dev.gill.model.SourceId;
import dev.gill.source.http.HttpSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is followed, and as which app.
 *
 * @param http of the open platform's own address, with a slash at its end
 * @param spaces ids of wiki spaces; none for all that the app may see
 * @param minutes tokens of minutes
 * @param approvals codes of approval definitions, whose instances are read
 * @param audience who may read all of it; empty if Lark says so of each document
 * @param zone in which the dates of tables are meant
 * @param sweepEvery how often the trees are walked
 * @param membersEvery how often the members of a group are asked for
 * @param workDir where it is noted what was reported
 */
record LarkSettings(
    HttpSettings http,
    App app,
    List<String> spaces,
    List<String> minutes,
    List<String> approvals,
    Optional<Audience> audience,
    ZoneId zone,
    Duration every,
    Duration sweepEvery,
    Duration membersEvery,
    Path workDir) {
  LarkSettings {
    Objects.requireNonNull(http, "http");
    Objects.requireNonNull(app, "app");
    spaces = List.copyOf(spaces);
    minutes = List.copyOf(minutes);
    approvals = List.copyOf(approvals);
    Objects.requireNonNull(audience, "audience");
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(every, "every");
    Objects.requireNonNull(sweepEvery, "sweepEvery");
    Objects.requireNonNull(membersEvery, "membersEvery");
    Objects.requireNonNull(workDir, "workDir");
  }

  SourceId id() {
    return http.source();
  }

  /** What decides how a document is reported. */
  String choice() {
    return String.join(
        "\n", http.base().toString(), app.id(), zone.toString(), "" + audience.isPresent());
  }

  @Override
  public String toString() {
    return "LarkSettings[%s]".formatted(id());
  }
}
