package dev.gill.source.git;

import dev.gill.model.DocId;
import dev.gill.source.Batch;
import dev.gill.source.BatchLimit;
import dev.gill.source.Change;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;

/** Cuts a pass into pages. */
final class GitPages {
  private final GitSettings settings;
  private final GitReader documents;
  private final String mark;

  GitPages(GitSettings settings, String mark) {
    this.settings = settings;
    this.documents = new GitReader(settings);
    this.mark = mark;
  }

  /** The page that follows the path reported last. */
  Batch next(Repository repository, GitPass pass, Optional<String> last) throws IOException {
    NavigableMap<String, ObjectId> rest =
        last.map(path -> pass.blobs().tailMap(path, false)).orElse(pass.blobs());
    List<Change> changes = new ArrayList<>();
    Set<ObjectId> reported = new HashSet<>();
    String path = last.orElse("");
    BatchLimit limit = new BatchLimit();
    try (ObjectReader reader = repository.newObjectReader();
        RevWalk walk = new RevWalk(reader)) {
      for (Map.Entry<String, ObjectId> entry : rest.entrySet()) {
        if (!limit.takes(documents.size(reader, entry.getValue()))) {
          break;
        }
        path = entry.getKey();
        changes.add(documents.read(walk, path, entry.getValue(), pass.revisions().get(path)));
        reported.add(entry.getValue());
      }
    }
    boolean more = limit.taken() < rest.size();
    end(pass, reported, more, changes);
    GitCursor next =
        more
            ? new GitCursor(pass.base(), pass.target(), Optional.of(path))
            : GitCursor.inStep(pass.target());
    return new Batch(changes, next.write(mark), more, OptionalLong.of(rest.size() - limit.taken()));
  }

  /** What is gone: texts that have just come up elsewhere now, all at last. */
  private void end(GitPass pass, Set<ObjectId> reported, boolean more, List<Change> changes) {
    pass.gone()
        .forEach(
            (path, blob) -> {
              if (!more || blob.filter(reported::contains).isPresent()) {
                changes.add(new Change.Deleted(doc(path)));
              }
            });
    if (!more && pass.base().isEmpty()) {
      changes.add(
          new Change.Remaining(
              settings.scope(), pass.living().stream().map(this::doc).collect(Collectors.toSet())));
    }
  }

  private DocId doc(String path) {
    return new DocId(settings.id(), path);
  }
}
