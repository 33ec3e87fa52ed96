package dev.gill.surface.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.Range;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuoteStatusTest {
  private static final String QUOTE = "Stop the writer before you restore.";
  private static final String TEXT =
      "# Restoring\n\nRead to the end first. " + QUOTE + " Then begin.\n\n- Tell the channel.";

  private static PassageLink claim(String revision, int start, String quote) {
    return PassageLink.of(revision, "" + start, "" + (start + quote.length()), quote, null);
  }

  private static String now(QuoteStatus standing, String text) {
    return standing.passage().orElseThrow().of(text);
  }

  @Test
  void theSameRevisionStandsWhereItStood() {
    int start = TEXT.indexOf(QUOTE);
    assertThat(QuoteStatus.of(claim("7", start, QUOTE), true, "7", TEXT))
        .isEqualTo(new QuoteStatus.Unchanged(new Range(start, start + QUOTE.length()), true, true));
  }

  @Test
  void theSameRevisionNeedsNoQuote() {
    assertThat(QuoteStatus.of(PassageLink.of("7", "2", "11", null, null), true, "7", TEXT))
        .isEqualTo(new QuoteStatus.Unchanged(new Range(2, 11), true, true));
  }

  @Test
  void aNewRevisionMayStillHoldTheQuoteElsewhere() {
    String moved = "# Restoring\n\nA new paragraph.\n\n" + TEXT.substring(13);
    QuoteStatus standing = QuoteStatus.of(claim("7", TEXT.indexOf(QUOTE), QUOTE), true, "8", moved);
    assertThat(standing)
        .isInstanceOfSatisfying(
            QuoteStatus.Unchanged.class, s -> assertThat(s.sameRevision()).isFalse());
    assertThat(now(standing, moved)).isEqualTo(QUOTE);
  }

  @Test
  void ofSeveralVerbatimPlacesTheNearestCounts() {
    String text = "same words. 0123456789 same words. 0123456789 same words.";
    assertThat(QuoteStatus.of(claim("1", 20, "same words."), true, "2", text).passage())
        .contains(new Range(23, 34));
    assertThat(QuoteStatus.of(claim("1", 44, "same words."), true, "2", text).passage())
        .contains(new Range(46, 57));
    assertThat(QuoteStatus.of(claim("1", 900, "same words."), true, "2", text).passage())
        .contains(new Range(46, 57));
  }

  @Test
  void anEditedSentenceIsFoundByItsWords() {
    String edited =
        TEXT.replace(QUOTE, "Always stop every writer, readers too, before you restore.");
    QuoteStatus standing =
        QuoteStatus.of(claim("7", TEXT.indexOf(QUOTE), QUOTE), true, "8", edited);
    assertThat(standing).isInstanceOf(QuoteStatus.Edited.class);
    assertThat(now(standing, edited))
        .isEqualTo("Always stop every writer, readers too, before you restore.");
  }

  @Test
  void anEditedNumberIsFoundToo() {
    String text = "Nightly backups are kept for 35 days.\n\nHourly backups are kept for 90 hours.";
    String quote = "Hourly backups are kept for 48 hours.";
    assertThat(now(QuoteStatus.of(claim("1", 39, quote), true, "2", text), text))
        .isEqualTo("Hourly backups are kept for 90 hours.");
  }

  @Test
  void anEditedChineseSentenceIsFound() {
    String text = "# 请假\n\n病假当天通知值班同事即可。请年假需要至少提前十个工作日提出申请。交接文档要写清楚。";
    String quote = "请年假需要至少提前五个工作日提出申请。";
    QuoteStatus standing = QuoteStatus.of(claim("1", 20, quote), true, "2", text);
    assertThat(standing).isInstanceOf(QuoteStatus.Edited.class);
    assertThat(now(standing, text)).isEqualTo("请年假需要至少提前十个工作日提出申请。");
  }

  @Test
  void aQuoteOfTwoSentencesIsFoundAsTwo() {
    String quote = "Read to the end first. Stop the writer before you restore.";
    String edited = TEXT.replace("Read to the end first", "Read all to the end first");
    assertThat(now(QuoteStatus.of(claim("1", 13, quote), true, "2", edited), edited))
        .isEqualTo("Read all to the end first. Stop the writer before you restore.");
  }

  @Test
  void nothingAlikeHasVanished() {
    assertThat(QuoteStatus.of(claim("1", 13, "Salaries are paid on Fridays."), true, "2", TEXT))
        .isEqualTo(new QuoteStatus.Vanished());
    assertThat(QuoteStatus.of(claim("1", 13, "Anything."), true, "2", ""))
        .isEqualTo(new QuoteStatus.Vanished());
    assertThat(QuoteStatus.of(PassageLink.of("1", "2", "11", "", null), true, "2", TEXT))
        .isEqualTo(new QuoteStatus.Unproven(Optional.empty()));
  }

  @Test
  void aLinkThatQuotesNothingAsksNothing() {
    assertThat(QuoteStatus.of(PassageLink.of(null, null, null, null, null), true, "2", TEXT))
        .isEqualTo(new QuoteStatus.Unasked());
    assertThat(QuoteStatus.of(PassageLink.of("1", "x", "-3", " ", null), true, "2", TEXT))
        .isEqualTo(new QuoteStatus.Unasked());
    assertThat(QuoteStatus.of(PassageLink.of("1", "9", "3", "", null), true, "2", TEXT))
        .isEqualTo(new QuoteStatus.Unasked());
  }

  @Test
  void aForgedRangeOutsideTheTextMarksNothing() {
    assertThat(QuoteStatus.of(PassageLink.of("2", "5", "999999999", "", null), true, "2", TEXT))
        .isEqualTo(new QuoteStatus.Unproven(Optional.empty()));
    assertThat(
            QuoteStatus.of(
                    PassageLink.of("2", "99999999", "999999999", QUOTE, null), true, "2", TEXT)
                .passage())
        .isPresent();
  }
}
