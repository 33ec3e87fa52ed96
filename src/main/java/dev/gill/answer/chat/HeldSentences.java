package dev.gill.answer.chat;

import dev.gill.answer.AnswerListener;
import dev.gill.answer.leash.Following;
import dev.gill.answer.leash.Leash;
import dev.gill.model.Language;
import dev.gill.model.Passage;
import dev.gill.model.Statement;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Hands on what a model says while it says it: each sentence once it is whole and held, and none
 * after one that may not be read any more.
 */
final class HeldSentences implements Consumer<String> {
  private final Following following;
  private final Leashed.Gathering gathering;
  private final Language language;
  private final Predicate<Statement> holds;
  private final AnswerListener listener;
  private boolean ended;

  /**
   * @param language of the question, which the answer is to have
   * @param holds whether what a statement cites is still so, and may still be read
   */
  HeldSentences(
      Leash leash,
      List<Passage> passages,
      Language language,
      Predicate<Statement> holds,
      AnswerListener listener) {
    this.following = leash.following();
    this.gathering = new Leashed.Gathering(passages);
    this.language = language;
    this.holds = holds;
    this.listener = listener;
  }

  @Override
  public void accept(String piece) {
    following.add(piece).stream()
        .flatMap(finding -> gathering.add(finding).stream())
        .filter(statement -> Language.of(statement.text()) == language)
        .forEach(this::show);
  }

  private void show(Statement statement) {
    ended |= !holds.test(statement);
    if (!ended) {
      listener.said(statement);
    }
  }
}
