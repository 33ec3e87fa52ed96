package dev.gill.gaps;

import dev.gill.answer.Answerer;
import dev.gill.embed.Embedders;
import dev.gill.index.IndexEngine;
import dev.gill.index.Snapshot;
import dev.gill.ledger.Entry;
import dev.gill.ledger.LedgerException;
import dev.gill.ledger.TrailBook;
import dev.gill.model.Access;
import dev.gill.model.Answer;
import dev.gill.model.Citation;
import dev.gill.model.Dated;
import dev.gill.model.Identity;
import dev.gill.model.Passage;
import dev.gill.model.Question;
import dev.gill.model.Reader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds what was asked in vain and is not answered yet. Whether it is, and what comes nearest, is
 * asked anew for each viewer, so that nobody meets what they may not read.
 */
public final class Gaps {
  /** Questions that are looked at. */
  private static final int LOOKED_AT = 500;

  private static final int NEAREST = 4;

  /** What somebody may see of what others asked. */
  public enum Sight {
    /** Only what they asked themselves. */
    OWN,
    /** What was asked by those who may read nothing that they may not read. */
    COVERED,
    /** All of it. */
    ALL
  }

  private final TrailBook book;
  private final Grouping grouping;
  private final Answerer answerer;
  private final IndexEngine index;

  /** Over a trail. */
  public Gaps(TrailBook book, Embedders embedders, Answerer answerer, IndexEngine index) {
    this.book = book;
    this.grouping = new Grouping(embedders);
    this.answerer = answerer;
    this.index = index;
  }

  /** Whether a trail is kept, without which there are none. */
  public boolean isOn() {
    return book.days() > 0;
  }

  /**
   * Those that are open, what was asked most often first.
   *
   * @throws LedgerException if the trail cannot be read now
   */
  public List<Gap> open(Reader viewer, Sight sight, int most) throws InterruptedException {
    List<Gap> open = new ArrayList<>();
    List<List<Entry>> groups = new ArrayList<>(grouping.of(visible(viewer, sight)));
    groups.sort(
        Comparator.comparing((List<Entry> group) -> group.size())
            .thenComparing(group -> group.getLast().at())
            .reversed());
    for (List<Entry> group : groups) {
      if (open.size() == most) {
        break;
      }
      stillOpen(group, viewer).ifPresent(open::add);
    }
    return open;
  }

  private List<Entry> visible(Reader viewer, Sight sight) {
    List<Entry> gaps = book.gaps(LOOKED_AT);
    try (Snapshot snapshot = index.snapshot()) {
      Access access = snapshot.access();
      return gaps.stream().filter(entry -> isVisible(entry, viewer, sight, access)).toList();
    }
  }

  private static boolean isVisible(Entry entry, Reader viewer, Sight sight, Access access) {
    Set<Identity> me = access.known(viewer.identities());
    return sight == Sight.ALL
        || entry.identities().stream().anyMatch(me::contains)
        || sight == Sight.COVERED && covers(access, viewer, entry.asker());
  }

  /** Whether somebody may read all that another one may. */
  static boolean covers(Access access, Reader viewer, Reader other) {
    return access.scopes(viewer).containsAll(access.scopes(other));
  }

  /** What is still open of it for a viewer; empty if there is an answer by now. */
  Optional<Gap> stillOpen(List<Entry> group, Reader viewer) throws InterruptedException {
    Answer answer = answerer.answer(new Question(group.getLast().question(), viewer));
    if (answer instanceof Answer.Grounded grounded && answers(grounded, group)) {
      return Optional.empty();
    }
    return Optional.of(new Gap(group, nearest(answer)));
  }

  /** An answer that did not help is no other for being given again, unless somebody verified it. */
  private static boolean answers(Answer.Grounded answer, List<Entry> group) {
    Optional<Instant> disliked =
        group.stream()
            .filter(Entry::isDisliked)
            .map(entry -> entry.said().getLast().at())
            .max(Comparator.naturalOrder());
    return disliked.isEmpty()
        || answer.citations().stream()
            .anyMatch(
                citation ->
                    citation.where().dated() == Dated.VERIFIED
                        && !citation.where().modified().isBefore(disliked.get()));
  }

  private static List<Gap.Near> nearest(Answer answer) {
    Map<String, Gap.Near> nearest = new LinkedHashMap<>();
    Stream<Gap.Near> found =
        switch (answer) {
          case Answer.Grounded grounded -> grounded.citations().stream().map(Gaps::near);
          case Answer.Near(Citation citation, var _) -> Stream.of(near(citation));
          case Answer.Unknown unknown ->
              unknown.nearest().stream().map(each -> near(each.found().passage()));
        };
    found.forEach(each -> nearest.putIfAbsent(each.document(), each));
    return nearest.values().stream().limit(NEAREST).toList();
  }

  private static Gap.Near near(Citation citation) {
    return new Gap.Near(
        citation.doc().toString(),
        citation.where().title(),
        citation.where().author(),
        citation.where().modified());
  }

  private static Gap.Near near(Passage passage) {
    return new Gap.Near(
        passage.doc().toString(),
        passage.origin().title(),
        passage.origin().author(),
        passage.origin().modified());
  }

  /** All of them in groups, oldest first, whoever asked. */
  List<List<Entry>> groups() throws InterruptedException {
    return grouping.of(book.gaps(LOOKED_AT));
  }

  /** Whether all who asked may read no more than a reader. */
  boolean covered(List<Entry> group, Reader reader) {
    try (Snapshot snapshot = index.snapshot()) {
      return group.stream().allMatch(e -> covers(snapshot.access(), reader, e.asker()));
    }
  }

  /** Notes that a channel has heard of these. */
  void announced(List<Entry> group) {
    book.announced(group.stream().map(Entry::id).toList());
  }
}
