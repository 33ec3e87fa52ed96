package dev.gill.source.webdav;

import static dev.gill.source.CheckStep.failed;
import static dev.gill.source.CheckStep.passed;
import static dev.gill.source.CheckStep.skipped;

import dev.gill.model.Audience;
import dev.gill.source.Census;
import dev.gill.source.CheckStep;
import dev.gill.source.SourceContext;
import dev.gill.source.SourceException;
import dev.gill.source.http.Credential;
import dev.gill.source.http.HostClient;
import dev.gill.source.sweep.Seen;
import dev.gill.source.webdav.Server.Depth;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Checks a WebDAV folder: does it answer, may it be listed, what of it would be read. */
final class WebdavCheck {
  private static final List<String> STEPS =
      List.of(
          "reachable",
          "signed in",
          "folder",
          "changes",
          "documents",
          "example",
          "link",
          "audience");

  private final WebdavSettings settings;
  private final SourceContext surroundings;
  private final Server server;
  private final Consumer<CheckStep> report;
  private int done;

  WebdavCheck(
      WebdavSettings settings,
      HostClient client,
      SourceContext surroundings,
      Consumer<CheckStep> report) {
    this.settings = settings;
    this.surroundings = surroundings;
    this.server = new Server(settings, client);
    this.report = report;
  }

  void run() throws InterruptedException {
    try {
      connect();
      contents();
    } catch (SourceException e) {
      step(failed(STEPS.get(done), e.getMessage()));
    }
    while (done < STEPS.size() - 1) {
      step(skipped(STEPS.get(done), "An earlier step must work first."));
    }
    audience();
  }

  private void connect() throws SourceException, InterruptedException {
    switch (server.list(server.top(), Depth.SELF)) {
      case Server.Answer.Refused no when no.status() == 401 -> {
        pass("The server answers.");
        throw Problems.refused(no, settings);
      }
      case Server.Answer.Refused no when no.status() == 403 -> {
        pass("The server answers.");
        signedIn();
        throw Problems.refused(no, settings);
      }
      case Server.Answer.Refused no -> throw Problems.refused(no, settings);
      case Server.Answer.Missing gone -> {
        pass("The server answers.");
        signedIn();
        throw Problems.noFolder(settings);
      }
      case Server.Answer.Listed listed -> {
        pass("The server answers, and speaks WebDAV.");
        signedIn();
      }
    }
  }

  private void signedIn() {
    if (settings.http().credential() instanceof Credential.None) {
      pass("The server lets everybody in; no user is configured.");
    } else {
      pass("The server takes the configured user.");
    }
  }

  private void contents() throws SourceException, InterruptedException {
    Following following =
        new Following(settings, server, Census.everything(), surroundings.clock());
    Following.Way way = following.begin();
    Tree tree = following.look();
    folder(tree);
    pass(
        switch (way) {
          case REPORTS ->
              "The server reports what changes (sync-collection): each look is one request.";
          case FOLDER_ETAGS ->
              "The etags of folders say what changes, as on Nextcloud: each look is one request while nothing does.";
          case LISTING -> "The server reports no changes, so each look lists all folders.";
        });
    Selection all = Selection.of(tree, Census.everything(), settings);
    Census census = new Census(settings.include(), settings.exclude(), surroundings.readable());
    all.documents().keySet().forEach(census::add);
    step(census.step(all.passedOver()));
    example(census.first().map(all.documents()::get));
  }

  private void folder(Tree tree) {
    if (tree.refused().isEmpty() && tree.failed().isEmpty()) {
      pass("The folder and all folders in it can be listed.");
    } else if (tree.refused().isEmpty()) {
      step(failed("folder", tree.failed().values().iterator().next()));
    } else {
      String first = tree.refused().firstKey();
      step(failed("folder", Problems.folder(first, tree.refused().get(first))));
    }
  }

  private void example(Optional<Resource> file) throws SourceException, InterruptedException {
    if (file.isEmpty()) {
      step(skipped("example", "There is no document to read."));
      step(skipped("link", "There is no document to link to."));
      return;
    }
    switch (new FileReader(settings, server).read(file.get())) {
      case Seen.Whole whole -> pass("%s can be read.".formatted(file.get().path()));
      case Seen.Unreadable(String cause) -> step(failed("example", cause));
      case Seen.Gone gone ->
          step(skipped("example", "%s has just gone.".formatted(file.get().path())));
    }
    pass(
        "Citations of %s lead to %s"
            .formatted(file.get().path(), new Links(settings).of(file.get())));
  }

  private void audience() {
    if (settings.audience() instanceof Audience.Nobody) {
      step(
          failed(
              "audience",
              "Nobody may read it yet, since WebDAV does not say who may: set gill.sources.%s.audience to everyone, or to group names."
                  .formatted(settings.id())));
    } else {
      pass("It answers %s.".formatted(settings.audience()));
    }
  }

  private void pass(String sentence) {
    step(passed(STEPS.get(done), sentence));
  }

  private void step(CheckStep step) {
    report.accept(step);
    done++;
  }
}
