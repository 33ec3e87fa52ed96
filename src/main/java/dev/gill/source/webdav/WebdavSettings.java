package dev.gill.source.webdav;

import dev.gill.model.Audience;
import dev.gill.model.Rights;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import dev.gill.source.http.HttpSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Which folder of which server is followed.
 *
 * @param http the server; its base is the folder, with a slash at the end
 * @param link where the team reads a document, with {@code {path}} below the folder and {@code
 *     {id}} for the number that Nextcloud and ownCloud give it; empty for the server's own address
 * @param include globs; none means every file whose format can be read
 * @param exclude globs, which win over {@code include}
 * @param maxBytes files larger than this become failures
 * @param sweepEvery the longest time between two looks at everything, where the server reports
 *     changes by itself
 * @param workDir where it is kept what was reported
 */
record WebdavSettings(
    HttpSettings http,
    String link,
    Audience audience,
    List<String> include,
    List<String> exclude,
    long maxBytes,
    Duration sweepEvery,
    Path workDir) {
  /** The largest file that is read unless configured otherwise: 64 MiB, as the parsers do. */
  static final long MAX_BYTES = 64L << 20;

  static final Duration SWEEP_EVERY = Duration.ofHours(1);

  WebdavSettings {
    Objects.requireNonNull(http, "http");
    Objects.requireNonNull(link, "link");
    Objects.requireNonNull(audience, "audience");
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
    Objects.requireNonNull(sweepEvery, "sweepEvery");
    Objects.requireNonNull(workDir, "workDir");
  }

  SourceId id() {
    return http.source();
  }

  /** WebDAV does not say who may read, so all of it has the same readers. */
  Scope scope() {
    return Scope.whole(id());
  }

  Rights rights() {
    return Rights.of(scope(), audience);
  }

  /** What decides which documents are reported, and how. */
  String choice() {
    return String.join(
        "\n",
        http.base().toString(),
        link,
        include.toString(),
        exclude.toString(),
        Long.toString(maxBytes));
  }
}
