package dev.gill.source.dokuwiki;

import static dev.gill.source.CheckStep.failed;
import static dev.gill.source.CheckStep.passed;
import static dev.gill.source.CheckStep.skipped;

import dev.gill.source.CheckStep;
import dev.gill.source.PathFilter;
import dev.gill.source.SourceException;
import dev.gill.source.http.Credential;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Checks a wiki: does it answer, does it let Gill in, who may read, what would be read, and how.
 */
final class DokuWikiCheck {
  private static final List<String> STEPS =
      List.of("remote API", "access lists", "pages", "changes", "example");
  private static final int LONGEST = 200;

  private final DokuWikiSettings settings;
  private final DokuWiki wiki;
  private final Consumer<CheckStep> report;
  private int done;

  DokuWikiCheck(DokuWikiSettings settings, DokuWiki wiki, Consumer<CheckStep> report) {
    this.settings = settings;
    this.wiki = wiki;
    this.report = report;
  }

  void run() throws InterruptedException {
    try {
      steps();
    } catch (SourceException e) {
      step(failed(STEPS.get(done), e.getMessage()));
    }
    while (done < STEPS.size()) {
      step(skipped(STEPS.get(done), "An earlier step must work first."));
    }
  }

  private void steps() throws SourceException, InterruptedException {
    String version = wiki.version();
    boolean visitor = settings.http().credential() instanceof Credential.None;
    pass(
        "%s, DokuWiki %s, lets %s use it (remote, remoteuser)."
            .formatted(wiki.title(), version, visitor ? "visitors" : "the account"));
    Optional<Rules> rules = wiki.rules().map(Rules::new);
    if (!accessLists(rules)) {
      return;
    }
    List<DokuPage> pages = pages(new Readers(settings, rules));
    wiki.changes(wiki.time() - 1);
    pass("The recent changes can be read.");
    example(pages);
  }

  private boolean accessLists(Optional<Rules> rules) {
    if (rules.isPresent()) {
      pass("They can be read, so each page is for those whom the wiki lets read it.");
    } else if (settings.audience().isPresent()) {
      pass(
          "The account may not see them; gill.sources.%s.audience says who may read what it reads: %s."
              .formatted(settings.id(), settings.audience().get()));
    } else {
      step(
          failed(
              STEPS.get(done),
              "The account may not see them, so Gill cannot know who may read a page: set gill.sources.%s.audience, or let a superuser's account read for Gill."
                  .formatted(settings.id())));
    }
    return rules.isPresent() || settings.audience().isPresent();
  }

  private List<DokuPage> pages(Readers readers) throws SourceException, InterruptedException {
    PathFilter filter = settings.filter();
    List<DokuPage> all = wiki.pages();
    List<DokuPage> wanted =
        all.stream().filter(page -> filter.takes(page.id().replace(':', '/'))).toList();
    List<DokuPage> read =
        wanted.stream().filter(page -> readers.scope(page.id()).isPresent()).toList();
    long scopes = read.stream().map(page -> readers.scope(page.id())).distinct().count();
    String rest =
        "%d left out by include and exclude, %d that nobody but superusers may read"
            .formatted(all.size() - wanted.size(), wanted.size() - read.size());
    step(
        read.isEmpty()
            ? failed(
                STEPS.get(done),
                "No page would be read (%s): correct include and exclude, or the account's rights."
                    .formatted(rest))
            : passed(
                STEPS.get(done),
                "%d pages would be read, for %d kinds of readers; %s."
                    .formatted(read.size(), scopes, rest)));
    return read;
  }

  private void example(List<DokuPage> pages) throws SourceException, InterruptedException {
    Optional<DokuPage> largest = pages.stream().max(Comparator.comparingLong(DokuPage::size));
    Optional<String> html = largest.isEmpty() ? Optional.empty() : wiki.html(largest.get().id());
    if (html.isEmpty()) {
      step(skipped(STEPS.get(done), "There is no page to show."));
      return;
    }
    DokuPage page = largest.get();
    String words = html.get().replaceAll("(?s)<!--.*?-->|<[^>]*>", " ").replaceAll("\\s+", " ");
    pass(
        "%s by %s of %s, %s begins: %s"
            .formatted(
                page.id(),
                wiki.author(page.id()),
                Instant.ofEpochSecond(page.version()),
                settings.link(page.id()),
                words.strip().substring(0, Math.min(LONGEST, words.strip().length()))));
  }

  private void pass(String sentence) {
    step(passed(STEPS.get(done), sentence));
  }

  private void step(CheckStep step) {
    report.accept(step);
    done++;
  }
}
