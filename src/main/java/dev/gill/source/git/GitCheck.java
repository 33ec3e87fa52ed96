package dev.gill.source.git;

import static dev.gill.source.CheckStep.failed;
import static dev.gill.source.CheckStep.passed;
import static dev.gill.source.CheckStep.skipped;

import dev.gill.source.Census;
import dev.gill.source.CheckStep;
import dev.gill.source.LinkTemplate;
import dev.gill.source.PassedOverTally;
import dev.gill.source.SourceException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** Checks a repository: can it be reached, does it let Gill in, what of it would be read. */
final class GitCheck {
  private static final List<String> STEPS =
      List.of(
          "address", "reachable", "credentials", "branch", "commit", "folder", "documents", "link");
  private static final int SHORT = 10;

  private final GitSettings settings;
  private final Census census;
  private final Consumer<CheckStep> report;
  private int done;

  GitCheck(GitSettings settings, Predicate<String> readable, Consumer<CheckStep> report) {
    QuietSystem.install();
    this.settings = settings;
    this.census = new Census(settings.include(), settings.exclude(), readable);
    this.report = report;
  }

  void run() throws InterruptedException {
    pass(
        settings.remote()
            ? "It is the address of a server, %s.".formatted(settings.where())
            : "It is a path of this machine, %s.".formatted(settings.where()));
    try {
      switch (Upstream.of(settings)) {
        case Mirror mirror -> check(mirror);
        case LocalRepository local -> check(local);
      }
    } catch (SourceException e) {
      fail(e);
    } catch (IOException | RuntimeException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException("asked to stop while checking a Git repository");
      }
      fail(GitProblems.of(e, settings));
    }
    while (done < STEPS.size()) {
      skip("An earlier step must work first.");
    }
  }

  private void check(LocalRepository local) throws IOException, SourceException {
    try (Repository repository = local.open()) {
      pass("The repository can be opened.");
      skip("A path of this machine asks for none.");
      ObjectId tip = local.tip(repository);
      branch(tip);
      pass("The newest commit is read in place.");
      contents(repository, tip);
    }
  }

  private void check(Mirror mirror) throws IOException, SourceException {
    try (Repository repository = mirror.open()) {
      ObjectId[] tip = new ObjectId[1];
      mirror.connected(
          repository,
          true,
          connection -> {
            pass("%s answers.".formatted(settings.where()));
            credentials();
            Ref wanted = mirror.choose(connection);
            branch(wanted.getObjectId());
            Mirror.fetch(repository, connection, wanted);
            pass("The newest commit can be fetched.");
            tip[0] = wanted.getObjectId();
          });
      contents(repository, tip[0]);
    }
  }

  private void credentials() {
    if (settings.credentials().isPresent()) {
      pass("The server lets Gill in with the configured user.");
    } else if (settings.remote()) {
      pass("The server lets everybody in; none are configured.");
    } else {
      skip("A path of this machine asks for none.");
    }
  }

  private void branch(ObjectId tip) {
    pass(
        "%s is found, at commit %s."
            .formatted(
                settings.branch().isPresent() ? "The configured branch" : "The default branch",
                tip.name().substring(0, SHORT)));
  }

  private void contents(Repository repository, ObjectId tip) throws IOException, SourceException {
    Tree tree =
        new Tree(
            settings.subfolder(),
            Census.everything(),
            () -> new PassedOverTally(settings.id(), settings.scope()));
    try (ObjectReader reader = repository.newObjectReader();
        RevWalk walk = new RevWalk(reader)) {
      RevCommit commit = walk.parseCommit(tip);
      if (!tree.present(reader, commit)) {
        throw GitProblems.noFolder(settings, commit.abbreviate(SHORT).name());
      }
      if (settings.subfolder().isEmpty()) {
        skip("None is configured, so the whole repository is looked at.");
      } else {
        pass("The configured folder is there.");
      }
      Tree.Listing all = tree.list(reader, commit);
      all.documents().keySet().forEach(path -> census.add(below(path)));
      step(census.step(all.passedOver()));
      link(commit);
    }
  }

  private String below(String path) {
    return settings.subfolder().isEmpty()
        ? path
        : path.substring(settings.subfolder().length() + 1);
  }

  private void link(RevCommit commit) {
    if (settings.link().isEmpty()) {
      skip(
          "No link is configured, so citations open in Gill alone; gill.sources.%s.link may say where the team reads a document."
              .formatted(settings.id()));
      return;
    }
    LinkTemplate template = new LinkTemplate(settings.link(), Set.of("path", "commit"));
    Optional<String> first =
        census
            .first()
            .map(path -> settings.subfolder().isEmpty() ? path : settings.subfolder() + "/" + path);
    if (first.isPresent()) {
      pass(
          "Citations of %s lead to %s"
              .formatted(
                  first.get(),
                  template.fill(Map.of("path", first.get(), "commit", commit.name()))));
    } else {
      skip("There is no document to fill it in for.");
    }
  }

  /** A refusal proves that the server answers. */
  private void fail(SourceException e) {
    if (e instanceof SourceException.Denied && STEPS.get(done).equals("reachable")) {
      pass("%s answers.".formatted(settings.where()));
    }
    step(failed(STEPS.get(done), e.getMessage()));
  }

  private void pass(String sentence) {
    step(passed(STEPS.get(done), sentence));
  }

  private void skip(String sentence) {
    step(skipped(STEPS.get(done), sentence));
  }

  private void step(CheckStep step) {
    report.accept(step);
    done++;
  }
}
