package dev.gill.source.lark;

import dev.gill.model.Identity;
import dev.gill.model.People;
import dev.gill.model.SourceId;
import dev.gill.source.PathFilter;
import dev.gill.source.http.HttpSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which groups are followed, and as which app.
 *
 * @param http of the open platform's own address, with a slash at its end
 * @param include globs of groups' names or ids; none means all that the app's bot is in
 * @param exclude globs, which win over {@code include}
 * @param bots whether programs are read
 * @param keep how long a conversation is kept after its last message
 * @param every how often a group is looked at for new messages
 * @param membersEvery how often the members of a group are asked for
 * @param rescan how often all messages are read again
 * @param workDir where messages are kept, and what was reported
 */
record ChatSettings(
    HttpSettings http,
    App app,
    List<String> include,
    List<String> exclude,
    boolean bots,
    Optional<Period> keep,
    Duration every,
    Duration membersEvery,
    Duration rescan,
    People people,
    Path workDir) {
  ChatSettings {
    Objects.requireNonNull(http, "http");
    Objects.requireNonNull(app, "app");
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
    Objects.requireNonNull(keep, "keep");
    Objects.requireNonNull(every, "every");
    Objects.requireNonNull(membersEvery, "membersEvery");
    Objects.requireNonNull(rescan, "rescan");
    Objects.requireNonNull(people, "people");
    Objects.requireNonNull(workDir, "workDir");
  }

  SourceId id() {
    return app.source();
  }

  /** Whether a group is followed. */
  boolean follows(Group group) {
    return (include.isEmpty() || named(include, group)) && !named(exclude, group);
  }

  private static boolean named(List<String> globs, Group group) {
    PathFilter named = new PathFilter(globs, List.of(), _ -> true);
    return !globs.isEmpty() && (named.takes(group.name()) || named.takes(group.id()));
  }

  /** Whether somebody who is known by any of these wants nothing of theirs to be read. */
  boolean optedOut(Collection<Identity> identities) {
    return people.optedOut(identities);
  }

  /** Since when messages are read; a little longer than conversations are kept. */
  Optional<Instant> keptSince(Instant now) {
    return keep.map(period -> now.atZone(ZoneOffset.UTC).minus(period).minusDays(7).toInstant());
  }

  @Override
  public String toString() {
    return "ChatSettings[%s]".formatted(id());
  }
}
