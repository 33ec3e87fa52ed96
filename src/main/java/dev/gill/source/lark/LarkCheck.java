package dev.gill.source.lark;

import static dev.gill.source.CheckStep.failed;
import static dev.gill.source.CheckStep.passed;
import static dev.gill.source.CheckStep.skipped;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gill.source.CheckStep;
import dev.gill.source.SourceException;
import dev.gill.source.http.HostClient;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Checks an app: is the platform there, does it know the app, which spaces and documents may it
 * see, who reads them, and how does one of them begin. What is missing is said in the words of the
 * developer console.
 */
final class LarkCheck {
  private static final List<String> STEPS =
      List.of("app", "spaces", "documents", "readers", "people", "example");
  private static final int LONGEST = 200;
  private static final int TRIED = 20;

  private final LarkSettings settings;
  private final Consumer<CheckStep> report;
  private final LarkApi api;
  private final Users users;
  private final Tree tree;
  private final Metas metas;
  private final Readers readers;
  private final Members members;
  private final Predicate<String> readable;
  private int done;

  LarkCheck(
      LarkSettings settings,
      HostClient client,
      Predicate<String> readable,
      InstantSource clock,
      Consumer<CheckStep> report) {
    this.settings = settings;
    this.report = report;
    this.readable = readable;
    this.api = new LarkApi(settings.app(), client, clock);
    this.users = new Users(api, settings.id().name());
    this.tree = new Tree(settings, api);
    this.metas = new Metas(api);
    this.readers = new Readers(api);
    this.members = new Members(api, users, tree, settings.membersEvery(), clock);
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
    api.signIn();
    pass("%s knows the app (App ID and App Secret).".formatted(settings.http().shown()));
    do {
      tree.walk(Integer.MAX_VALUE);
    } while (tree.underWay());
    if (tree.spaces().isEmpty()) {
      step(
          failed(
              STEPS.get(done),
              "The app sees no wiki space: add it, or a group that it is in, to the members of one"
                  + " (Space settings, Members)."));
      return;
    }
    pass(spaces());
    Access access = new Access(settings, readers, members);
    Extras extras = new Extras(settings, api);
    Catalogue catalogue =
        new Catalogue(settings, tree, metas, new Parts(api), extras, access, readable);
    metas.follow(catalogue.objects());
    metas.look();
    int all = catalogue.list().documents().size();
    documents(all, catalogue);
    List<Node> nodes = tree.nodes().values().stream().filter(node -> !node.shortcut()).toList();
    if (settings.audience().isPresent()) {
      pass(
          "gill.sources.%s.audience says who may read all of it: %s."
              .formatted(settings.id(), settings.audience().get()));
      step(skipped(STEPS.get(done), "Lark need not say who is in a group."));
    } else {
      readers(nodes);
      people(access);
    }
    example(nodes);
  }

  private String spaces() {
    return tree.spaces().values().stream()
        .map(
            space ->
                "%s (%s)".formatted(space.path("name").asText(), space.path("space_id").asText()))
        .collect(Collectors.joining(", ", "The app sees ", "."));
  }

  private void documents(int all, Catalogue catalogue) {
    long left = catalogue.passedOver().stream().mapToLong(each -> each.count()).sum();
    String rest = left == 0 ? "" : "; %d of kinds that Gill does not read".formatted(left);
    step(
        all == 0
            ? failed(
                STEPS.get(done),
                "No document would be read%s: share pages with the app.".formatted(rest))
            : passed(
                STEPS.get(done),
                "%d pages, tables, sheets and files would be read%s.".formatted(all, rest)));
  }

  /** Of the first few: each of them is one request. */
  private void readers(List<Node> nodes) throws SourceException, InterruptedException {
    int nobody = 0;
    List<Node> tried = nodes.subList(0, Math.min(TRIED, nodes.size()));
    for (Node node : tried) {
      Readers.Shared shared = new Item.Page(node).shared();
      readers.learn(shared);
      nobody += readers.known().get(shared).isEmpty() ? 1 : 0;
    }
    step(
        nobody > 0
            ? failed(
                STEPS.get(done),
                "Of %d of the first %d documents Lark does not say who may read them, so nobody will: give the app the permission to manage them (Can manage), on the top pages of the space."
                    .formatted(nobody, tried.size()))
            : passed(
                STEPS.get(done),
                "Lark says of the first %d documents who may read them; the others are asked in turn."
                    .formatted(tried.size())));
  }

  private void people(Access access) throws SourceException, InterruptedException {
    int people =
        access.rights().members().values().stream()
            .flatMap(each -> each.stream())
            .collect(Collectors.toSet())
            .size();
    List<String> missing = new ArrayList<>();
    members.refused().forEach((kind, refusal) -> missing.add(missing(kind, refusal)));
    step(
        missing.isEmpty()
            ? passed(
                STEPS.get(done),
                "The people behind spaces, departments, groups and chats are known: %d."
                    .formatted(people))
            : failed(STEPS.get(done), String.join(" ", missing)));
  }

  private static String missing(Principal.Kind kind, LarkException refusal) {
    String scope =
        switch (kind) {
          case SPACE -> "wiki:wiki:readonly";
          case CHAT -> "im:chat.members:read, and add the app to the chat";
          case GROUP -> "contact:group:readonly";
          case USER, EMAIL, DEPARTMENT, TENANT ->
              "contact:contact.base:readonly and contact:department.organize:readonly, with all"
                  + " members in the range of contacts (Data Permissions)";
        };
    String what =
        switch (kind) {
          case SPACE -> "members of the wiki space";
          case CHAT -> "members of chats";
          case GROUP -> "members of user groups";
          case USER, EMAIL, DEPARTMENT, TENANT -> "members of departments";
        };
    return "The %s are not known (code %d), so they read nothing by that: grant %s."
        .formatted(what, refusal.code(), Refusals.wanted(refusal, scope));
  }

  private void example(List<Node> nodes) throws SourceException, InterruptedException {
    Optional<Node> page =
        nodes.stream().filter(node -> node.object().type().equals("docx")).findFirst();
    if (page.isEmpty()) {
      step(skipped(STEPS.get(done), "There is no page to show."));
      return;
    }
    try {
      String words = words(page.get());
      Meta meta = metas.of(page.get().object()).orElse(Meta.CLOSED);
      users.learn(List.of(meta.editor()));
      pass(
          "%s%s begins: %s"
              .formatted(
                  page.get().title(),
                  users.name(meta.editor()).isEmpty() ? "" : " by " + users.name(meta.editor()),
                  words.substring(0, Math.min(LONGEST, words.length()))));
    } catch (LarkException e) {
      throw api.refusals().needed(e, "the first page", "docx:document:readonly");
    }
  }

  private String words(Node page) throws SourceException, LarkException, InterruptedException {
    StringBuilder words = new StringBuilder();
    for (JsonNode block :
        api.get(
                Paths.of("docx/v1/documents/{}/blocks", page.object().token()),
                Map.of("page_size", "50"))
            .path("items")) {
      if (!block.has("page")) {
        block.findValuesAsText("content").forEach(words::append);
        words.append(' ');
      }
    }
    return words.toString().replaceAll("\\s+", " ").strip();
  }

  private void pass(String sentence) {
    step(passed(STEPS.get(done), sentence));
  }

  private void step(CheckStep step) {
    report.accept(step);
    done++;
  }
}
