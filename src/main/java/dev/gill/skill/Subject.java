package dev.gill.skill;

import dev.gill.model.DocId;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.regex.PatternSyntaxException;

/** What a skill is about. */
public sealed interface Subject {
  /** How it is written down. */
  String text();

  /** Whatever the documents say of a topic. */
  record Topic(String text) implements Subject {
    private static final int LONGEST = 200;

    public Topic {
      text = text.replaceAll("\\s+", " ").strip();
      if (text.isEmpty() || text.length() > LONGEST) {
        throw new SkillException(
            "A topic has from 1 to %d characters; say it in a few words.".formatted(LONGEST));
      }
    }
  }

  /**
   * All that some documents say.
   *
   * @param text a glob of keys such as <code>runbooks/**</code>, with the source's name and a colon
   *     in front where only one source is meant
   */
  record Documents(String text) implements Subject {
    public Documents {
      matcher(text);
    }

    private static PathMatcher matcher(String glob) {
      try {
        return FileSystems.getDefault().getPathMatcher("glob:" + glob);
      } catch (PatternSyntaxException | UnsupportedOperationException e) {
        throw new SkillException(
            "%s is no pattern of documents; write one such as runbooks/*.md.".formatted(glob), e);
      }
    }

    /** Whether a document is one of them. */
    boolean covers(DocId doc) {
      PathMatcher matcher = matcher(text);
      try {
        return matcher.matches(Path.of(doc.key())) || matcher.matches(Path.of(doc.toString()));
      } catch (InvalidPathException e) {
        return false;
      }
    }
  }
}
