package dev.gill.surface.chat;

import dev.gill.answer.QuoteSeal;
import dev.gill.index.IndexEngine;
import dev.gill.ledger.FeedbackBox;
import dev.gill.ledger.NoticeBook;
import dev.gill.ledger.Trail;
import dev.gill.model.Directory;
import dev.gill.model.People;
import dev.gill.model.VerifiedAnswers;
import dev.gill.surface.Asking;
import dev.gill.surface.Languages;
import dev.gill.sync.SyncMonitor;
import java.time.InstantSource;

/** What every chat needs of the house. */
public final class ChatParts {
  final Asking asking;
  final Trail trail;
  final Directory directory;
  final People people;
  final IndexEngine index;
  final SyncMonitor monitor;
  final Languages languages;
  final QuoteSeal seal;
  final FeedbackBox box;
  final NoticeBook notices;
  final VerifiedAnswers answers;
  final PageAddress pages;
  final InstantSource clock;

  /** Takes them. */
  public ChatParts(
      Asking asking,
      Trail trail,
      Directory directory,
      People people,
      IndexEngine index,
      SyncMonitor monitor,
      Languages languages,
      QuoteSeal seal,
      FeedbackBox box,
      NoticeBook notices,
      VerifiedAnswers answers,
      PageAddress pages,
      InstantSource clock) {
    this.asking = asking;
    this.trail = trail;
    this.directory = directory;
    this.people = people;
    this.index = index;
    this.monitor = monitor;
    this.languages = languages;
    this.seal = seal;
    this.box = box;
    this.notices = notices;
    this.answers = answers;
    this.pages = pages;
    this.clock = clock;
  }
}
