package dev.gill.answer.chat;

import dev.gill.model.Citation;
import dev.gill.model.DocId;
import dev.gill.model.Language;
import dev.gill.model.Passage;
import dev.gill.model.Scored;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Chooses the passages that a model is shown. */
final class Selected {
  private static final int MOST = 6;

  /** Of one document while others have something, so that it does not crowd them out. */
  private static final int OF_ONE = 3;

  private Selected() {}

  /**
   * The best of those that were found, in the language of what is quoted: what is quoted itself,
   * then the best, few of each document first.
   *
   * @param quoted never empty
   */
  static List<Passage> of(List<Scored> found, List<Citation> quoted) {
    List<Passage> all = found.stream().map(Scored::passage).toList();
    List<Passage> cited =
        all.stream().filter(p -> quoted.stream().anyMatch(c -> isOf(c, p))).toList();
    if (cited.isEmpty()) {
      return List.of();
    }
    Language language = cited.getFirst().chunk().language();
    List<Passage> ofLanguage =
        all.stream().filter(passage -> passage.chunk().language() == language).toList();
    Set<Passage> chosen = new LinkedHashSet<>(cited);
    chosen.retainAll(ofLanguage);
    Map<DocId, Integer> count = new HashMap<>();
    chosen.forEach(passage -> count.merge(passage.doc(), 1, Integer::sum));
    for (Passage passage : ofLanguage) {
      if (!chosen.contains(passage) && count.merge(passage.doc(), 1, Integer::sum) <= OF_ONE) {
        chosen.add(passage);
      }
    }
    chosen.addAll(ofLanguage);
    List<Passage> most = new ArrayList<>(chosen).subList(0, Math.min(MOST, chosen.size()));
    return ofLanguage.stream().filter(most::contains).toList();
  }

  private static boolean isOf(Citation citation, Passage passage) {
    int start = passage.chunk().start();
    return citation.doc().equals(passage.doc())
        && citation.start() >= start
        && citation.start() < start + passage.chunk().text().length();
  }
}
