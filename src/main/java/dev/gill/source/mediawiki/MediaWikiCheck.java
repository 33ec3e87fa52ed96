package dev.gill.source.mediawiki;

import static dev.gill.source.CheckStep.failed;
import static dev.gill.source.CheckStep.passed;
import static dev.gill.source.CheckStep.skipped;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gill.source.CheckStep;
import dev.gill.source.SourceException;
import dev.gill.source.http.HttpClients;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Checks a wiki: does it answer, does it let Gill in, what of it would be read, and how. */
final class MediaWikiCheck {
  private static final List<String> STEPS =
      List.of("reachable", "signed in", "rights", "readers", "pages", "changes", "example");
  private static final Set<String> BEYOND =
      Set.of("edit", "delete", "protect", "block", "userrights", "import", "move");

  private final MediaWikiSettings settings;
  private final HttpClients clients;
  private final Consumer<CheckStep> report;
  private int done;

  MediaWikiCheck(MediaWikiSettings settings, HttpClients clients, Consumer<CheckStep> report) {
    this.settings = settings;
    this.clients = clients;
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
    var client = clients.client(settings.http());
    WikiApi visitor = new WikiApi(settings, client, Optional.empty());
    // A wiki that lets nobody in without an account still hands out the token to sign in with.
    visitor.queryAll(Map.of("meta", "tokens", "type", "login"));
    pass("api.php answers.");
    WikiApi api = new WikiApi(settings, client, settings.login());
    JsonNode user = api.queryAll(Map.of("meta", "userinfo", "uiprop", "rights")).path("query");
    signedIn(user.path("userinfo"));
    if (!rights(user.path("userinfo").path("rights"))) {
      return;
    }
    Site site = Site.read(api, settings);
    readers(site, api);
    Wiki wiki = Wiki.of(settings, client);
    SortedMap<String, PageState> pages = wiki.listing(site).all();
    pages(site, pages);
    Feed.begin(api);
    pass(
        "The recent changes and the log can be read together; they are asked for every %d s, and all pages are listed every %d s."
            .formatted(settings.every().toSeconds(), settings.sweep().toSeconds()));
    example(wiki, site, pages);
  }

  private void signedIn(JsonNode user) {
    if (settings.login().isPresent()) {
      pass("The bot password works, for the account %s.".formatted(user.path("name").asText()));
    } else {
      step(
          skipped(
              STEPS.get(done),
              "No username is configured, so Gill sees what a visitor without an account sees."));
    }
  }

  private boolean rights(JsonNode rights) {
    Set<String> held = new TreeSet<>();
    rights.forEach(right -> held.add(right.asText()));
    Set<String> beyond = new TreeSet<>(held);
    beyond.retainAll(BEYOND);
    if (!held.contains("read")) {
      step(
          failed(
              STEPS.get(done),
              settings.login().isEmpty()
                  ? "Only accounts may read this wiki: set username and password to those of a bot password (Special:BotPasswords)."
                  : "The right read is missing: give it to the account's group ($wgGroupPermissions), and the grant Basic rights to the bot password."));
    } else if (settings.login().isPresent() && !beyond.isEmpty()) {
      pass(
          "It has the right read. It has %s too, which Gill does not need: give the bot password the grant Basic rights alone."
              .formatted(String.join(", ", beyond)));
    } else {
      pass("It has the right read.");
    }
    return held.contains("read");
  }

  private void readers(Site site, WikiApi api) throws SourceException, InterruptedException {
    String who =
        settings.audience().isPresent()
            ? "gill.sources.%s.audience says who may read what Gill reads: %s."
                .formatted(settings.id(), settings.audience().get())
            : site.openToAll()
                ? "Everybody may read this wiki ($wgGroupPermissions['*']['read']), so whoever asks Gill may read it too."
                : "Only these groups may read this wiki: %s, %d accounts; the same will be able to read it through Gill."
                    .formatted(
                        String.join(", ", site.readers()),
                        new Readers(settings, api)
                            .rights(site).members().values().stream()
                                .flatMap(Set::stream)
                                .distinct()
                                .count());
    pass(who);
  }

  private void pages(Site site, SortedMap<String, PageState> pages) {
    long restricted = pages.values().stream().filter(PageState::restricted).count();
    String closed =
        restricted > 0
            ? ", %d of them restricted, for %s"
                .formatted(restricted, settings.restricted().orElseThrow())
            : "";
    String files =
        site.files() > 0 ? "; the %d uploaded files are not read".formatted(site.files()) : "";
    String spaces = "in the namespaces " + site.shown();
    step(
        pages.isEmpty()
            ? failed(
                STEPS.get(done),
                "No page %s can be read: correct namespaces, or the account's rights."
                    .formatted(spaces))
            : passed(
                STEPS.get(done),
                "%s, %s, has %d pages %s%s%s."
                    .formatted(
                        site.name(), site.generator(), pages.size(), spaces, closed, files)));
  }

  private void example(Wiki wiki, Site site, SortedMap<String, PageState> pages)
      throws SourceException, InterruptedException {
    List<PageReader.Outcome> read =
        pages.isEmpty() ? List.of() : wiki.reader().read(List.of(longest(pages)));
    if (read.size() == 1 && read.getFirst() instanceof PageReader.Outcome.Found found) {
      new PageChange(settings, site).of(found).ifPresent(change -> pass(Excerpt.of(change)));
    }
    if (done < STEPS.size()) {
      step(skipped(STEPS.get(done), "There is no page to show."));
    }
  }

  private static String longest(SortedMap<String, PageState> pages) {
    return pages.values().stream()
        .filter(page -> !page.restricted())
        .max((one, other) -> Long.compare(one.length(), other.length()))
        .map(PageState::title)
        .orElse(pages.firstKey());
  }

  private void pass(String sentence) {
    step(passed(STEPS.get(done), sentence));
  }

  private void step(CheckStep step) {
    report.accept(step);
    done++;
  }
}
