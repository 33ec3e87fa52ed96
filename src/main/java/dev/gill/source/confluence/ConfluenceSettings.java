package dev.gill.source.confluence;

import dev.gill.model.Audience;
import dev.gill.model.SourceId;
import dev.gill.source.http.HttpSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which spaces of which Confluence are followed.
 *
 * @param http of the address below which {@code rest/api} lies
 * @param cloud whether it is Cloud rather than Data Center
 * @param spaces keys of spaces; none means all that are not personal or archived
 * @param audience who may read what no page restricts; empty if the space permissions say so
 * @param every how often it is asked what changed
 * @param sweepEvery by when everything was asked for again that no list of changes tells
 * @param maxBytes larger attachments are not read
 * @param workDir where it is noted what was reported
 */
record ConfluenceSettings(
    HttpSettings http,
    boolean cloud,
    List<String> spaces,
    Optional<Audience> audience,
    Duration every,
    Duration sweepEvery,
    long maxBytes,
    Path workDir) {
  ConfluenceSettings {
    Objects.requireNonNull(http, "http");
    spaces = List.copyOf(spaces);
    Objects.requireNonNull(audience, "audience");
    Objects.requireNonNull(every, "every");
    Objects.requireNonNull(sweepEvery, "sweepEvery");
    Objects.requireNonNull(workDir, "workDir");
  }

  SourceId id() {
    return http.source();
  }

  /** What its users and groups are of. */
  String realm() {
    return id().name();
  }

  /** What decides which documents are reported, and how. */
  String choice() {
    return String.join("\n", http.base().toString(), spaces.toString(), "" + cloud, "" + maxBytes);
  }

  @Override
  public String toString() {
    return "ConfluenceSettings[%s]".formatted(id());
  }
}
