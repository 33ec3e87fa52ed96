package dev.gill.source.folder;

import dev.gill.model.Audience;
import dev.gill.model.Rights;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * How a folder is watched.
 *
 * @param link where the team reads a document, with {@code {path}} for its relative path, and
 *     {@code {line}} or {@code {page}} where the place can be named; empty for no links
 * @param include globs; none means every file whose format can be read
 * @param exclude globs, which win over {@code include}
 * @param maxBytes files larger than this become failures
 * @param sweepEvery the longest time between two looks at the whole folder while events come in
 * @param links which links are followed
 */
public record FolderSettings(
    SourceId id,
    Path root,
    String link,
    Audience audience,
    List<String> include,
    List<String> exclude,
    long maxBytes,
    Duration sweepEvery,
    LinkPolicy links) {
  /** The largest file that is read unless configured otherwise: 64 MiB, as the parsers do. */
  public static final long MAX_BYTES = 64L << 20;

  /** The time between sweeps unless configured otherwise. */
  public static final Duration SWEEP_EVERY = Duration.ofSeconds(30);

  public FolderSettings {
    Objects.requireNonNull(id, "id");
    root = root.toAbsolutePath().normalize();
    Objects.requireNonNull(link, "link");
    Objects.requireNonNull(audience, "audience");
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
    Objects.requireNonNull(links, "links");
    if (maxBytes < 1 || maxBytes > Integer.MAX_VALUE - 16) {
      throw new IllegalArgumentException(
          "the largest file of source %s must be of 1 byte to 2 GiB, not of %d bytes"
              .formatted(id, maxBytes));
    }
    if (!sweepEvery.isPositive()) {
      throw new IllegalArgumentException(
          "the time between sweeps of source %s must be positive, not %s"
              .formatted(id, sweepEvery));
    }
  }

  /** Settings under which links that lead out of the folder are passed over. */
  public FolderSettings(
      SourceId id,
      Path root,
      String link,
      Audience audience,
      List<String> include,
      List<String> exclude,
      long maxBytes,
      Duration sweepEvery) {
    this(id, root, link, audience, include, exclude, maxBytes, sweepEvery, LinkPolicy.WITHIN);
  }

  /** Everything in a folder, for everyone, without links. */
  public static FolderSettings of(SourceId id, Path root) {
    return new FolderSettings(
        id, root, "", new Audience.Everyone(), List.of(), List.of(), MAX_BYTES, SWEEP_EVERY);
  }

  /** All that it holds has the same readers. */
  Scope scope() {
    return Scope.whole(id);
  }

  Rights rights() {
    return Rights.of(scope(), audience);
  }
}
