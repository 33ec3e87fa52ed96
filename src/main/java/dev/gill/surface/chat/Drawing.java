package dev.gill.surface.chat;

import dev.gill.model.Answer;
import dev.gill.model.Citation;
import dev.gill.model.Locator;
import dev.gill.model.NearPassage;
import dev.gill.model.Part;
import dev.gill.model.Passage;
import dev.gill.model.Statement;
import dev.gill.surface.Credit;
import dev.gill.surface.ModelNote;
import dev.gill.surface.Texts;
import dev.gill.surface.chat.Card.Element;
import dev.gill.surface.chat.Card.Reference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes a card of an answer. */
final class Drawing {
  /** Characters of statements that a message shows; further statements are left to the page. */
  private static final int MOST = 6_000;

  private static final int LONGEST_PASSAGE = 400;
  private static final int LONGEST_SUMMARY = 1_500;
  private static final int LONGEST_TITLE = 150;
  private static final int NEAREST = 3;

  private final ChatParts parts;

  Drawing(ChatParts parts) {
    this.parts = parts;
  }

  /**
   * A card of an answer.
   *
   * @param standing what to say of sources that stand still
   */
  Card card(Texts t, Given given, List<String> standing, List<Card.Button> buttons) {
    List<Element> elements = new ArrayList<>();
    String summary =
        switch (given.answer()) {
          case Answer.Grounded grounded -> answered(t, given, grounded, elements);
          case Answer.Near near -> near(t, near, elements);
          case Answer.Unknown unknown -> unknown(t, given, unknown, elements);
        };
    given
        .made()
        .restated()
        .ifPresent(each -> elements.add(new Element.Small(ModelNote.restated(each, t))));
    standing.forEach(sentence -> elements.add(new Element.Small(sentence)));
    given
        .answer()
        .composition()
        .ifPresent(each -> elements.add(new Element.Small(ModelNote.plain(each, t))));
    given
        .answer()
        .oldest()
        .ifPresent(at -> elements.add(new Element.Small(t.with("chat.as-of", t.moment(at)))));
    if (!buttons.isEmpty()) {
      elements.add(new Element.Buttons(buttons));
    }
    return new Card(Cutting.cut(summary, LONGEST_SUMMARY), elements);
  }

  /** The first statements of an answer that is still being worded. */
  Card begun(Texts t, List<Statement> statements) {
    List<Element> elements = new ArrayList<>();
    List<Statement> shown = fitting(statements);
    quoted(shown, elements);
    elements.add(new Element.Small(t.of("chat.unfolding")));
    stand(t, shown, elements);
    return new Card(Cutting.cut(words(shown), LONGEST_SUMMARY), elements);
  }

  private String answered(Texts t, Given given, Answer.Grounded answer, List<Element> elements) {
    List<Statement> shown = fitting(answer.statements());
    if (quoted(shown, elements) || shown.size() < answer.statements().size()) {
      elements.add(new Element.Small(rest(t, given)));
    }
    stand(t, shown, elements);
    return words(shown);
  }

  /** Whether any of them had to be cut. */
  private boolean quoted(List<Statement> shown, List<Element> elements) {
    boolean cut = false;
    for (Statement statement : shown) {
      List<Part> said = Cutting.fitting(statement.parts(), MOST);
      cut |=
          said.size() < statement.parts().size()
              || !said.getLast().equals(statement.parts().getLast());
      elements.add(
          new Element.Quoted(said, statement.citations().stream().map(this::reference).toList()));
    }
    return cut;
  }

  private void stand(Texts t, List<Statement> shown, List<Element> elements) {
    shown.stream()
        .flatMap(statement -> statement.citations().stream())
        .distinct()
        .forEach(cited -> elements.add(stands(t, cited)));
  }

  private static String words(List<Statement> shown) {
    return shown.stream().map(Statement::text).collect(Collectors.joining("\n"));
  }

  /** Whole statements, the first of them however long it is. */
  private static List<Statement> fitting(List<Statement> statements) {
    List<Statement> shown = new ArrayList<>();
    int length = 0;
    for (Statement statement : statements) {
      length += statement.text().length();
      if (!shown.isEmpty() && length > MOST) {
        break;
      }
      shown.add(statement);
    }
    return shown;
  }

  private String rest(Texts t, Given given) {
    String page = parts.pages.asking(given.question().text());
    return page.isEmpty() ? t.of("chat.cut") : t.with("chat.cut.page", page);
  }

  private String near(Texts t, Answer.Near near, List<Element> elements) {
    elements.add(new Element.Heading(t.of("ask.near")));
    Citation cited = near.citation();
    elements.add(
        new Element.Quoted(Cutting.fitting(cited.said(), MOST), List.of(reference(cited))));
    elements.add(stands(t, cited));
    return t.of("ask.near") + "\n" + cited.plain();
  }

  private String unknown(Texts t, Given given, Answer.Unknown unknown, List<Element> elements) {
    String why =
        unknown.declined().orElse(t.of(given.open() ? "chat.unknown.here" : "chat.unknown.you"));
    elements.add(new Element.Words(why));
    List<NearPassage> nearest = unknown.nearest().stream().limit(NEAREST).toList();
    if (!nearest.isEmpty()) {
      elements.add(new Element.Heading(t.of("ask.nearest")));
    }
    for (NearPassage near : nearest) {
      Passage passage = near.found().passage();
      Locator where = passage.locate(passage.chunk().start());
      String excerpt = near.excerpt().stream().map(Part::text).collect(Collectors.joining());
      if (!excerpt.isBlank()) {
        elements.add(new Element.Words(Cutting.cut(excerpt.strip(), LONGEST_PASSAGE)));
      }
      elements.add(
          new Element.Stands(
              Optional.empty(),
              title(where, passage.doc().key()),
              parts.pages.original(where.url()),
              parts.pages.of(passage.doc()),
              details(t, where)));
    }
    return why;
  }

  private Reference reference(Citation cited) {
    String original = parts.pages.original(cited.where().url());
    return new Reference(
        cited.marker(), original.isEmpty() ? parts.pages.of(cited, parts.seal) : original);
  }

  private Element stands(Texts t, Citation cited) {
    Locator where = cited.where();
    return new Element.Stands(
        Optional.of(reference(cited)),
        title(where, cited.doc().key()),
        parts.pages.original(where.url()),
        parts.pages.of(cited, parts.seal),
        details(t, where));
  }

  private static String title(Locator where, String otherwise) {
    String title = where.title().isBlank() ? otherwise : where.title();
    Stream<String> path =
        Stream.concat(Stream.of(title), where.headings().stream().filter(h -> !h.equals(title)));
    return Cutting.cut(path.collect(Collectors.joining(" › ")), LONGEST_TITLE);
  }

  private String details(Texts t, Locator where) {
    return Credit.vouched(where, t).orElseGet(() -> written(t, where));
  }

  private String written(Texts t, Locator where) {
    Instant now = parts.clock.instant();
    String age = Ages.written(t, where.modified(), where.dated(), now);
    return where.author().isBlank() ? age : "%s · %s".formatted(where.author(), age);
  }
}
