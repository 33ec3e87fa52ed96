package dev.gill.source.folder;

import static dev.gill.source.CheckStep.failed;
import static dev.gill.source.CheckStep.passed;
import static dev.gill.source.CheckStep.skipped;

import dev.gill.source.Census;
import dev.gill.source.CheckStep;
import dev.gill.source.LinkTemplate;
import dev.gill.source.PathFilter;
import dev.gill.source.Redaction;
import dev.gill.source.SourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Checks a folder: is it there, can it be read, what would be read, are changes signalled. */
final class FolderCheck {
  /** File systems whose events leave out what other machines write. */
  private static final List<String> SHARED =
      List.of("nfs", "cifs", "smb", "9p", "virtiofs", "vboxsf", "fuse", "afs", "ceph", "drvfs");

  private final FolderSettings settings;
  private final Predicate<String> readable;
  private final Consumer<CheckStep> report;
  private final Census census;
  private final List<Found> chosen = new ArrayList<>();

  FolderCheck(FolderSettings settings, Predicate<String> readable, Consumer<CheckStep> report) {
    this.settings = settings;
    this.readable = readable;
    this.report = report;
    this.census = new Census(settings.include(), settings.exclude(), readable);
  }

  void run() throws InterruptedException {
    if (!present() || !walked()) {
      for (String step : List.of("documents", "changes", "link")) {
        report.accept(skipped(step, "The folder must be readable first."));
      }
      return;
    }
    changes();
    link();
  }

  private boolean present() {
    Path root = settings.root();
    boolean there = Files.isDirectory(root);
    String shown = Redaction.path(root);
    if (there) {
      report.accept(passed("folder", "%s is there.".formatted(shown)));
    } else if (Files.exists(root)) {
      report.accept(
          failed(
              "folder",
              "%s is no folder; set gill.sources.%s.path to the folder that it lies in."
                  .formatted(shown, settings.id())));
    } else {
      report.accept(
          failed(
              "folder",
              "There is no folder %s; create it, mount its drive, or correct gill.sources.%s.path."
                  .formatted(shown, settings.id())));
    }
    if (!there) {
      report.accept(skipped("readable", "The folder must be there first."));
    }
    return there;
  }

  private boolean walked() throws InterruptedException {
    Looks looks =
        new Looks(settings, Census.everything(), new Reach(settings.root(), settings.links()));
    try {
      for (Found file : looks.first(Optional.empty()).looks()) {
        if (census.add(file.key())) {
          chosen.add(file);
        }
      }
    } catch (SourceException e) {
      report.accept(failed("readable", e.getMessage()));
      return false;
    }
    report.accept(readable());
    report.accept(census.step(looks.passedOver()));
    return true;
  }

  private CheckStep readable() {
    List<String> troubles = chosen.stream().flatMap(file -> trouble(file).stream()).toList();
    return troubles.isEmpty()
        ? passed("readable", "Everything that would be read can be opened.")
        : failed(
            "readable",
            "%d of %d documents cannot be read, the first: %s."
                .formatted(troubles.size(), chosen.size(), troubles.getFirst()));
  }

  private Optional<String> trouble(Found file) {
    Optional<String> trouble = file.trouble();
    if (trouble.isEmpty() && !Files.isReadable(file.path())) {
      trouble =
          Optional.of("may not be read: let the user that Gill runs as read it, or exclude it");
    }
    if (trouble.isEmpty() && file.size() > settings.maxBytes()) {
      trouble = Optional.of("is larger than max-bytes: raise it, or exclude the file");
    }
    return trouble.map(why -> file.key() + " " + why);
  }

  private void changes() {
    String sweeps = "are looked for every " + shown();
    Optional<String> shared = shared();
    if (shared.isPresent()) {
      report.accept(
          passed(
              "changes",
              "Changes that other machines make on this drive (%s) may not be signalled; they %s."
                  .formatted(shared.get(), sweeps)));
      return;
    }
    PathFilter filter = new PathFilter(settings.include(), settings.exclude(), readable);
    try (Watch watch = new Watch(settings.root(), filter, () -> {})) {
      watch.ensure("check");
      report.accept(
          passed(
              "changes",
              watch.listening()
                  ? "Changes are signalled at once, and %s besides.".formatted(sweeps)
                  : "File events cannot be had here, so changes %s.".formatted(sweeps)));
    }
  }

  private String shown() {
    return settings.sweepEvery().toString().substring(2).toLowerCase(Locale.ROOT);
  }

  private Optional<String> shared() {
    try {
      String type = Files.getFileStore(settings.root()).type().toLowerCase(Locale.ROOT);
      return SHARED.stream().anyMatch(type::startsWith) ? Optional.of(type) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private void link() {
    if (settings.link().isEmpty()) {
      report.accept(
          skipped(
              "link",
              "No link is configured, so citations open in Gill alone; gill.sources.%s.link may say where the team reads a document."
                  .formatted(settings.id())));
      return;
    }
    LinkTemplate template = new LinkTemplate(settings.link(), Set.of("path"));
    report.accept(
        census
            .first()
            .map(key -> passed("link", example(key, template.fill(Map.of("path", key)))))
            .orElseGet(() -> skipped("link", "There is no document to fill it in for.")));
  }

  private static String example(String key, String link) {
    return "Citations of %s lead to %s".formatted(key, link);
  }
}
