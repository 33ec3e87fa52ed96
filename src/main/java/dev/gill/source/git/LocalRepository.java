package dev.gill.source.git;

import dev.gill.source.Redaction;
import dev.gill.source.SourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** A repository on this machine, read in place and never written to. */
record LocalRepository(GitSettings settings, Path path) implements Upstream {
  @Override
  public Repository open() throws IOException, SourceException {
    FileRepositoryBuilder builder = new FileRepositoryBuilder().setMustExist(true);
    if (Files.exists(path.resolve(Constants.DOT_GIT))) {
      builder.setWorkTree(path.toFile());
    } else if (Files.exists(path.resolve(Constants.HEAD))) {
      builder.setGitDir(path.toFile());
    } else {
      throw new SourceException.Broken(
          "There is no Git repository at %s: check the path of source %s, or mount its drive."
              .formatted(Redaction.path(path), settings.id()),
          null);
    }
    return builder.build();
  }

  @Override
  public ObjectId tip(Repository repository) throws IOException, SourceException {
    List<String> names =
        settings
            .branch()
            .map(
                branch ->
                    branch.startsWith(Constants.R_REFS)
                        ? List.of(branch)
                        : List.of(
                            Constants.R_HEADS + branch, Constants.R_REMOTES + "origin/" + branch))
            .orElse(List.of(Constants.HEAD));
    for (String name : names) {
      Optional<Ref> ref = Optional.ofNullable(repository.exactRef(name));
      Optional<ObjectId> id = ref.map(Ref::getObjectId);
      if (id.isPresent()) {
        try (RevWalk walk = new RevWalk(repository)) {
          return walk.parseCommit(id.get()).copy();
        }
      }
    }
    throw GitProblems.noBranch(settings);
  }
}
