package dev.gill.source.confluence;

import static dev.gill.source.CheckStep.failed;
import static dev.gill.source.CheckStep.passed;
import static dev.gill.source.CheckStep.skipped;

import dev.gill.model.PassedOver;
import dev.gill.source.CheckStep;
import dev.gill.source.SourceContext;
import dev.gill.source.SourceException;
import dev.gill.source.http.HostClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Checks a site: does it let Gill in, what may it see, who may read that, and how it reads. */
final class ConfluenceCheck {
  private static final List<String> STEPS =
      List.of(
          "reachable",
          "signed in",
          "spaces",
          "space permissions",
          "restrictions",
          "pages",
          "attachments",
          "changes",
          "example");
  private static final int LONGEST = 200;

  private final ConfluenceSettings settings;
  private final Consumer<CheckStep> report;
  private final Edition edition;
  private final Site site = new Site();
  private final Bodies bodies;
  private final Scopes scopes;
  private final Contents contents;
  private int done;

  ConfluenceCheck(
      ConfluenceSettings settings,
      HostClient client,
      SourceContext surroundings,
      Consumer<CheckStep> report) {
    this.settings = settings;
    this.report = report;
    Api api = new Api(settings, client);
    this.edition = settings.cloud() ? new Cloud(settings, api) : new DataCenter(settings, api);
    this.bodies = new Bodies(edition, site);
    this.scopes = new Scopes(settings, site);
    this.contents =
        new Contents(
            settings,
            site,
            scopes,
            new Transclusions(site, scopes, bodies),
            surroundings.readable());
  }

  void run() throws InterruptedException {
    try {
      Optional<String> account = edition.account();
      pass("%s answers.".formatted(edition.name()));
      pass(
          account
              .map("Signed in as %s."::formatted)
              .orElse("Nobody is signed in: Gill sees what anonymous visitors see."));
      List<Space> spaces = edition.spaces();
      spaces(spaces);
      new Round(settings, edition, site).whole();
      permissions(spaces);
      contents();
      edition.latest(spaces).pages().ask(Optional.empty());
      pass(
          "Confluence says what was changed last; a look is one request, and every third one takes two more.");
      example();
    } catch (SourceException e) {
      step(failed(STEPS.get(done), e.getMessage()));
    }
    while (done < STEPS.size()) {
      step(skipped(STEPS.get(done), "An earlier step must work first."));
    }
  }

  private void spaces(List<Space> spaces) {
    Set<String> missing = new TreeSet<>(settings.spaces());
    spaces.forEach(space -> missing.remove(space.key()));
    List<String> keys = spaces.stream().map(Space::key).sorted().toList();
    if (!missing.isEmpty()) {
      step(
          failed(
              STEPS.get(done),
              "The account sees no space with the key %s: correct spaces, or give the account the space permission View."
                  .formatted(String.join(", ", missing))));
    } else if (keys.isEmpty()) {
      step(
          failed(
              STEPS.get(done),
              "The account sees no space: give it the space permission View, in Space settings, Permissions."));
    } else {
      pass("%s: %s.".formatted(counted(keys.size(), "space"), String.join(", ", keys)));
    }
  }

  private void permissions(List<Space> spaces) {
    if (settings.audience().isPresent()) {
      pass(
          "Whatever no page restricts is for %s, as configured."
              .formatted(settings.audience().get()));
      return;
    }
    List<String> hidden = new ArrayList<>();
    List<String> nobody = new ArrayList<>();
    for (Space space : spaces) {
      Optional<Readers> readers = site.permissions(space.key());
      if (readers.isEmpty()) {
        hidden.add(space.key());
      } else if (readers.get().groups().isEmpty()
          && readers.get().users().isEmpty()
          && !site.isOpen(space.key())) {
        nobody.add(space.key());
      }
    }
    if (hidden.isEmpty() && nobody.isEmpty()) {
      readable(spaces);
    } else {
      unreadable(hidden, nobody);
    }
  }

  private void unreadable(List<String> hidden, List<String> nobody) {
    if (!hidden.isEmpty()) {
      step(
          failed(
              STEPS.get(done),
              "The permissions of %s cannot be seen, so nobody reads them through Gill: make the account a space administrator there, or set gill.sources.%s.audience."
                  .formatted(String.join(", ", hidden), settings.id())));
    } else {
      step(
          failed(
              STEPS.get(done),
              "Nobody is named who may view %s: add groups or users to its space permissions."
                  .formatted(String.join(", ", nobody))));
    }
  }

  private void readable(List<Space> spaces) {
    long open = spaces.stream().filter(space -> site.isOpen(space.key())).count();
    long empty =
        site.groups().stream()
            .filter(group -> site.members(group).filter(all -> !all.isEmpty()).isEmpty())
            .count();
    String unknown =
        empty == 0 ? "" : "; of %s no member can be seen".formatted(counted(empty, "group"));
    pass(
        "They can be read: %s may view something%s; %s open to anonymous visitors."
            .formatted(
                counted(site.groups().size(), "group"),
                unknown,
                counted(open, "space") + (open == 1 ? " is" : " are")));
  }

  private void contents() {
    Contents.Chosen chosen = contents.chosen();
    long known = site.pages().values().stream().filter(page -> scopes.of(page).isPresent()).count();
    long unknown = site.pages().size() - known;
    long restricted =
        site.pages().keySet().stream()
            .flatMap(id -> site.restriction(id).stream())
            .filter(readers -> !readers.none())
            .count();
    step(
        unknown > 0
            ? failed(
                STEPS.get(done),
                "Of %s it cannot be seen who may read them, so nobody reads them through Gill: look whether the account may view what they lie in."
                    .formatted(counted(unknown, "page")))
            : passed(
                STEPS.get(done),
                "They can be read: %s restricted."
                    .formatted(counted(restricted, "page") + (restricted == 1 ? " is" : " are"))));
    step(
        site.pages().isEmpty()
            ? failed(STEPS.get(done), "There is no page that the account may view.")
            : passed(STEPS.get(done), "%s.".formatted(counted(site.pages().size(), "page"))));
    long files =
        chosen.listing().documents().keySet().stream().filter(site.files()::containsKey).count();
    int passedOver = chosen.passedOver().stream().mapToInt(PassedOver::count).sum();
    pass(
        "%s would be read; %d of formats that Gill does not read."
            .formatted(counted(files, "attachment"), passedOver));
  }

  /** The page that was changed last. */
  private void example() throws SourceException, InterruptedException {
    Optional<Item.Page> page =
        site.pages().values().stream()
            .max(java.util.Comparator.comparing(Item.Page::modified).thenComparing(Item.Page::id));
    Optional<Body> body = page.isEmpty() ? Optional.empty() : edition.body(page.get().id());
    if (body.isEmpty()) {
      step(skipped(STEPS.get(done), "There is no page to show."));
      return;
    }
    Item.Page shown = body.get().page();
    Map<String, String> names =
        edition.restrictionsApart() ? edition.names(Set.of(shown.author())) : Map.of();
    String words =
        body.get()
            .storage()
            .replaceAll("(?s)<ac:parameter\\b.*?</ac:parameter>|<!\\[CDATA\\[|\\]\\]>|<[^>]*>", " ")
            .replaceAll("\\s+", " ")
            .strip();
    pass(
        "“%s” by %s of %s, %s begins: %s"
            .formatted(
                shown.title(),
                names.getOrDefault(shown.author(), shown.author()),
                shown.modified(),
                edition.link(shown),
                words.substring(0, Math.min(LONGEST, words.length()))));
  }

  private static String counted(long count, String noun) {
    return count == 1 ? "1 " + noun : "%d %ss".formatted(count, noun);
  }

  private void pass(String sentence) {
    step(passed(STEPS.get(done), sentence));
  }

  private void step(CheckStep step) {
    report.accept(step);
    done++;
  }
}
