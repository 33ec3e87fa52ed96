package dev.gill.surface;

import dev.gill.answer.QuoteSeal;
import dev.gill.answer.Restated;
import dev.gill.model.Answer;
import dev.gill.model.Citation;
import dev.gill.model.DocId;
import dev.gill.model.Locator;
import dev.gill.model.NearPassage;
import dev.gill.model.Part;
import dev.gill.model.Passage;
import dev.gill.model.Statement;
import dev.gill.sync.SourceStatus;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes answers out as Markdown. */
@Singleton
public final class AnswerWriter {
  private final QuoteSeal seal;
  private final Languages languages;

  /** Links to pages of this Gill are signed with a seal. */
  @Inject
  public AnswerWriter(QuoteSeal seal, Languages languages) {
    this.seal = seal;
    this.languages = languages;
  }

  /** Writes an answer with what its question was taken for. */
  public AnswerText write(Asking.Asked asked, Bearing bearing, Texts t, URI here) {
    Draft draft = new Draft(here);
    draft.answer(asked.answer(), bearing, t);
    asked.restated().ifPresent(each -> draft.restated(each, t));
    return new AnswerText(draft.pieces, draft.marks);
  }

  /**
   * Writes an answer.
   *
   * @param bearing how the sources fared when it was given
   * @param here where this Gill was reached, for what has no link of its own
   */
  public AnswerText write(Answer answer, Bearing bearing, Texts t, URI here) {
    Draft draft = new Draft(here);
    draft.answer(answer, bearing, t);
    return new AnswerText(draft.pieces, draft.marks);
  }

  /** Writes statements alone, as an answer that has them begins. */
  public AnswerText statements(List<Statement> statements, URI here) {
    Draft draft = new Draft(here);
    draft.statements(statements);
    return new AnswerText(draft.pieces, draft.marks);
  }

  /** Where a quote can be opened: in the original, or on a page of this Gill. */
  public String address(Citation citation, URI here) {
    return Links.web(citation.where().url())
        .orElseGet(() -> here.resolve(Links.quote(citation, seal)).toString());
  }

  private static String address(DocId doc, Locator where, URI here) {
    return Links.web(where.url()).orElseGet(() -> here.resolve(Links.document(doc)).toString());
  }

  private final class Draft {
    private final URI here;
    private final List<String> pieces = new ArrayList<>();
    private final List<AnswerText.Mark> marks = new ArrayList<>();
    private final Map<Integer, Citation> cited = new LinkedHashMap<>();
    private int length;

    Draft(URI here) {
      this.here = here;
    }

    private void add(String piece) {
      pieces.add(piece);
      length += piece.length();
    }

    void answer(Answer answer, Bearing bearing, Texts t) {
      switch (answer) {
        case Answer.Grounded grounded -> statements(grounded.statements());
        case Answer.Near(Citation citation, var _) -> near(citation, t);
        case Answer.Unknown unknown -> unknown(unknown, t);
      }
      sources(t);
      circumstances(answer, bearing, t);
    }

    void restated(Restated restated, Texts t) {
      add("\n\n" + Markdown.words(ModelNote.restated(restated, t)));
    }

    void statements(List<Statement> statements) {
      boolean lines = statements.stream().anyMatch(each -> each.text().contains("\n"));
      for (Statement statement : statements) {
        String said = Markdown.of(statement.parts());
        add(marked((pieces.isEmpty() ? "" : lines ? "\n\n" : " ") + said, statement.citations()));
      }
    }

    private String marked(String said, List<Citation> citations) {
      StringBuilder piece = new StringBuilder(said);
      for (Citation citation : citations) {
        piece.append(Markdown.endsInCode(piece.toString()) ? "" : " ");
        int start = length + piece.length();
        piece.append('[').append(citation.marker()).append(']');
        marks.add(
            new AnswerText.Mark(
                start, length + piece.length(), address(citation, here), citation.where().title()));
        cited.put(citation.marker(), citation);
      }
      return piece.toString();
    }

    void near(Citation citation, Texts t) {
      add(t.of("ask.near") + "\n\n");
      add(marked("> " + Markdown.words(citation.plain()).replace("\n", "\n> "), List.of(citation)));
    }

    void unknown(Answer.Unknown unknown, Texts t) {
      add(unknown.declined().map(Markdown::words).orElseGet(() -> t.of("ask.unknown")));
      if (!unknown.nearest().isEmpty()) {
        add(
            unknown.nearest().stream()
                .map(near -> "\n- " + passage(near, t))
                .collect(Collectors.joining("", "\n\n" + t.of("ask.nearest") + "\n", "")));
      }
    }

    private String passage(NearPassage near, Texts t) {
      Passage passage = near.found().passage();
      Locator where = passage.locate(passage.chunk().start());
      String said =
          near.excerpt().stream().map(Part::text).collect(Collectors.joining(" ")).strip();
      return place(where, address(passage.doc(), where, here), t)
          + (said.isEmpty() ? "" : ": " + Markdown.label(said));
    }

    void sources(Texts t) {
      if (!cited.isEmpty()) {
        add(
            cited.values().stream()
                .map(
                    each ->
                        "\n[%d] %s  "
                            .formatted(each.marker(), place(each.where(), address(each, here), t)))
                .collect(Collectors.joining("", "\n", "")));
      }
    }

    void circumstances(Answer answer, Bearing bearing, Texts t) {
      if (bearing.isFirstPass() && !(answer instanceof Answer.Grounded)) {
        add("\n\n" + t.of("written.reading"));
      }
      for (SourceStatus status : bearing.drawnOn()) {
        status
            .trouble()
            .ifPresent(
                trouble ->
                    add(
                        "\n\n"
                            + Markdown.words(
                                t.filled(
                                    "written.standstill",
                                    status.source(),
                                    t.moment(trouble.since()),
                                    languages.reworded(trouble.why(), t).text()))));
      }
      answer.composition().ifPresent(each -> add("\n\n" + ModelNote.inMarkdown(each, t)));
      answer.oldest().ifPresent(at -> add("\n\n" + t.with("written.as-of", t.moment(at))));
    }
  }

  /** A document with its headings, who wrote it and when. */
  private static String place(Locator where, String url, Texts t) {
    StringBuilder place = new StringBuilder(Markdown.link(where.title(), url));
    where.headings().stream()
        .filter(heading -> !heading.equals(where.title()))
        .forEach(heading -> place.append(" › ").append(Markdown.label(heading)));
    String author = where.author().isBlank() ? "" : Markdown.label(where.author()) + " · ";
    String credit =
        Credit.vouched(where, t)
            .map(Markdown::label)
            .orElseGet(() -> author + t.day(where.modified()));
    return place.append(" · ").append(credit).toString();
  }
}
