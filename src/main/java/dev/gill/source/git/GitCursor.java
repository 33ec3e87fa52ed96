package dev.gill.source.git;

import dev.gill.model.Cursor;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.ObjectId;

/**
 * How far a branch was taken in: a full commit id when in step; within a pass {@code
 * base..target#path}, with {@code -} for a base if everything is reported. After the commit comes
 * {@code +} and a mark of the settings if they are not the defaults, so that other settings lead to
 * a new pass over everything.
 *
 * @param base what was taken in before this pass; empty if nothing
 * @param target what is taken in once this pass is over
 * @param last the path that was reported last; empty once the pass is over
 */
record GitCursor(Optional<ObjectId> base, ObjectId target, Optional<String> last) {
  /** Digits of a commit that people read. */
  private static final int SHORT = 10;

  private static final Pattern FORM =
      Pattern.compile(
          "(?:(?<base>[0-9a-f]{40}|-)\\.\\.)?(?<target>[0-9a-f]{40})(?<mark>\\+[0-9a-f]{8})?(?:#(?<last>.*))?",
          Pattern.DOTALL);

  static GitCursor inStep(ObjectId commit) {
    return new GitCursor(Optional.empty(), commit, Optional.empty());
  }

  /** Reads a cursor; empty if it was written by anything else, or under other settings. */
  static Optional<GitCursor> parse(Cursor cursor, String mark) {
    Matcher matcher = FORM.matcher(cursor.value());
    if (!matcher.matches()
        || !mark.equals(matcher.group("mark") == null ? "" : matcher.group("mark"))
        || (matcher.group("base") == null) != (matcher.group("last") == null)) {
      return Optional.empty();
    }
    return Optional.of(
        new GitCursor(
            Optional.ofNullable(matcher.group("base"))
                .filter(base -> !base.equals("-"))
                .map(ObjectId::fromString),
            ObjectId.fromString(matcher.group("target")),
            Optional.ofNullable(matcher.group("last"))));
  }

  /** The commit that a cursor leads to, as people write it. */
  static String describe(Cursor cursor) {
    Matcher matcher = FORM.matcher(cursor.value());
    return matcher.matches()
        ? "commit "
            + matcher.group("target").substring(0, SHORT)
            + (matcher.group("last") == null ? "" : ", in part")
        : "";
  }

  Cursor write(String mark) {
    String from = base.map(ObjectId::name).orElse("-");
    return new Cursor(
        last.map(path -> from + ".." + target.name() + mark + "#" + path)
            .orElse(target.name() + mark));
  }
}
