package dev.gill.source.slack;

import dev.gill.model.Audience;
import dev.gill.model.Identity;
import dev.gill.model.People;
import dev.gill.model.SourceId;
import dev.gill.source.PathFilter;
import dev.gill.source.Secret;
import dev.gill.source.http.HttpSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What of which workspace is followed.
 *
 * @param http of the Web API; empty where an export is read
 * @param files of the host of files
 * @param appToken by which events come over a connection of Gill's own; empty if they do not
 * @param path of an export
 * @param exportedFrom the workspace's address, for links; empty if it is not known
 * @param include globs of channels' names; none means all
 * @param exclude globs of channels' names, which win over {@code include}
 * @param direct accounts that switched on that their direct messages are read
 * @param audience who may read public channels, if not the workspace's members
 * @param readsFiles whether files are read
 * @param bots whether programs are read
 * @param keep how long a conversation is kept after its last message
 * @param limits how often Slack lets messages be read
 * @param every how often a channel is looked at for new messages
 * @param members how often members are listed
 * @param rescan how often all messages are read again
 * @param maxBytes the largest file that is read
 * @param readable whether a file of this name has a format that can be read
 * @param workDir where it is kept what was read and reported
 */
record SlackSettings(
    SourceId id,
    Optional<HttpSettings> http,
    Optional<HttpSettings> files,
    Optional<Secret> appToken,
    Optional<Path> path,
    String exportedFrom,
    List<String> include,
    List<String> exclude,
    Set<String> direct,
    Optional<Audience> audience,
    boolean readsFiles,
    boolean bots,
    Optional<Period> keep,
    Limits limits,
    Duration every,
    Duration members,
    Duration rescan,
    long maxBytes,
    Predicate<String> readable,
    People people,
    Path workDir) {
  /**
   * How often Slack lets messages be read, by each of two methods.
   *
   * @param perMinute requests
   * @param page the most messages in one answer
   */
  record Limits(int perMinute, int page) {}

  SlackSettings {
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
    direct = Set.copyOf(direct);
  }

  /** The kinds of conversations that are asked for. */
  Set<Kind> kinds() {
    return direct.isEmpty() ? EnumSet.of(Kind.PUBLIC, Kind.PRIVATE) : EnumSet.allOf(Kind.class);
  }

  /** Whether a conversation is followed. */
  boolean follows(Channel channel) {
    return channel.kind().direct()
        ? channel.members().stream().anyMatch(direct::contains)
        : new PathFilter(include, exclude, _ -> true).takes(channel.name());
  }

  /** Whether somebody who is known by any of these wants nothing of theirs to be read. */
  boolean optedOut(Collection<Identity> identities) {
    return people.optedOut(identities);
  }

  /** Whether what was said at this moment is kept. */
  boolean keeps(Instant at, Instant now) {
    return keep.map(period -> now.atZone(ZoneOffset.UTC).minus(period).toInstant().isBefore(at))
        .orElse(true);
  }

  /** What decides which documents are reported, and how. */
  String choice() {
    return String.join(
        "\n",
        http.map(each -> each.base().toString()).orElse(""),
        path.map(Path::toString).orElse(""),
        exportedFrom,
        include.toString(),
        exclude.toString(),
        new TreeSet<>(direct).toString(),
        Boolean.toString(readsFiles),
        Boolean.toString(bots),
        keep.map(Period::toString).orElse(""));
  }

  @Override
  public String toString() {
    return "SlackSettings[%s]".formatted(id);
  }
}
