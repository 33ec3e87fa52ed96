package dev.gill.surface.openai;

import dev.gill.model.Composition.Effort;
import dev.gill.model.Statement;
import dev.gill.surface.AnswerText;
import dev.gill.surface.AnswerWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Sends an answer as it comes. What was sent cannot be taken back: where the answer turns out to be
 * another one, all of it follows.
 */
final class Sending {
  private final Chunks chunks;
  private final AnswerWriter writer;
  private final URI here;
  private final Consumer<String> out;
  private final List<Statement> said = new ArrayList<>();
  private final List<String> sent = new ArrayList<>();
  private int length;

  Sending(Chunks chunks, AnswerWriter writer, URI here, Consumer<String> out) {
    this.chunks = chunks;
    this.writer = writer;
    this.here = here;
    this.out = out;
  }

  /** A statement that holds, while the rest is still being worded. */
  void said(Statement statement) {
    said.add(statement);
    AnswerText text = writer.statements(said, here);
    begin();
    send(text, sent.size(), 0);
  }

  /**
   * The whole answer.
   *
   * @param instead what comes before it where what was sent is no part of it
   */
  void end(AnswerText answer, String instead, Effort effort) {
    begin();
    boolean goesOn =
        answer.pieces().size() >= sent.size()
            && answer.pieces().subList(0, sent.size()).equals(sent);
    if (!goesOn) {
      send(instead, List.of(), 0);
    }
    send(answer, goesOn ? sent.size() : 0, goesOn ? 0 : length);
    out.accept(chunks.end(effort));
  }

  private void begin() {
    if (sent.isEmpty()) {
      out.accept(chunks.begin());
    }
  }

  /**
   * Sends pieces of a text.
   *
   * @param first of them
   * @param before UTF-16 units that were sent before the text
   */
  private void send(AnswerText text, int first, int before) {
    int from = 0;
    for (int i = 0; i < text.pieces().size(); i++) {
      String piece = text.pieces().get(i);
      int start = from;
      int end = from + piece.length();
      if (i >= first) {
        send(
            piece,
            text.marks().stream().filter(m -> m.start() >= start && m.start() < end).toList(),
            before);
      }
      from = end;
    }
  }

  private void send(String piece, List<AnswerText.Mark> marks, int before) {
    out.accept(
        chunks.piece(
            piece,
            marks.stream()
                .map(
                    m ->
                        new AnswerText.Mark(
                            m.start() + before, m.end() + before, m.url(), m.title()))
                .toList()));
    sent.add(piece);
    length += piece.length();
  }
}
