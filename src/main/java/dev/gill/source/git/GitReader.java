package dev.gill.source.git;

import dev.gill.model.Content;
import dev.gill.model.DocId;
import dev.gill.model.Origin;
import dev.gill.source.Change;
import dev.gill.source.LinkTemplate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** Reads one document as of the commit that last touched it. */
final class GitReader {
  private static final byte[] LFS_POINTER =
      "version https://git-lfs.github.com/spec/".getBytes(StandardCharsets.US_ASCII);
  private static final int LONGEST_POINTER = 1024;

  private final GitSettings settings;
  private final LinkTemplate link;

  GitReader(GitSettings settings) {
    this.settings = settings;
    this.link = new LinkTemplate(settings.link(), Set.of("path", "commit"));
  }

  /** How many bytes reading it takes. */
  long size(ObjectReader reader, ObjectId blob) throws IOException {
    long size = reader.getObjectSize(blob, Constants.OBJ_BLOB);
    return size > settings.maxBytes() ? 0 : size;
  }

  Change read(RevWalk walk, String path, ObjectId blob, ObjectId revision) throws IOException {
    ObjectReader reader = walk.getObjectReader();
    DocId doc = new DocId(settings.id(), path);
    long size = reader.getObjectSize(blob, Constants.OBJ_BLOB);
    if (size > settings.maxBytes()) {
      String cause =
          "%s is of %d bytes, more than the %d bytes that are read: raise the limit or exclude it."
              .formatted(path, size, settings.maxBytes());
      return new Change.Unreadable(doc, settings.scope(), cause);
    }
    byte[] bytes = reader.open(blob, Constants.OBJ_BLOB).getCachedBytes(Integer.MAX_VALUE);
    if (pointer(bytes)) {
      String cause =
          "%s is a Git LFS pointer, its content is not in the repository: exclude it, or watch a folder where it is checked out."
              .formatted(path);
      return new Change.Unreadable(doc, settings.scope(), cause);
    }
    String name = path.substring(path.lastIndexOf('/') + 1);
    return new Change.Upserted(
        doc,
        revision.name(),
        origin(walk.parseCommit(revision), path, name),
        settings.scope(),
        Content.file(name, bytes));
  }

  private Origin origin(RevCommit commit, String path, String name) {
    Optional<PersonIdent> author = Optional.ofNullable(commit.getAuthorIdent());
    return new Origin(
        link.fill(Map.of("path", path, "commit", commit.name())),
        name,
        author.map(PersonIdent::getName).map(String::strip).orElse(""),
        author
            .map(PersonIdent::getWhenAsInstant)
            .orElseGet(() -> Instant.ofEpochSecond(commit.getCommitTime())));
  }

  private static boolean pointer(byte[] bytes) {
    return bytes.length <= LONGEST_POINTER
        && bytes.length >= LFS_POINTER.length
        && Arrays.equals(bytes, 0, LFS_POINTER.length, LFS_POINTER, 0, LFS_POINTER.length);
  }
}
