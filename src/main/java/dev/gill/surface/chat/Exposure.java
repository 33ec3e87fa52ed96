package dev.gill.surface.chat;

import dev.gill.index.DocHead;
import dev.gill.index.Snapshot;
import dev.gill.model.Answer;
import dev.gill.model.Citation;
import dev.gill.model.DocId;
import dev.gill.model.NearPassage;
import dev.gill.model.Passage;
import dev.gill.model.Reader;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Who would see what they may not read if an answer were shared.
 *
 * @param unreadable the accounts of those who may not read a document, by its title
 * @param holds whether all that the answer shows still stands, and whoever asked may still read it
 */
record Exposure(Map<String, Set<String>> unreadable, boolean holds) {
  /** Of an answer, for these who would see it. */
  static Exposure of(Given given, Reader asker, Map<String, Reader> readers, Snapshot now) {
    Map<String, Set<String>> unreadable = new TreeMap<>();
    for (Shown shown : shown(given.answer())) {
      Optional<DocHead> head =
          now.head(shown.doc()).filter(known -> known.revision().equals(shown.revision()));
      if (head.isEmpty() || !now.access().mayRead(asker, head.get().scope())) {
        return new Exposure(Map.of(), false);
      }
      Set<String> barred =
          readers.entrySet().stream()
              .filter(each -> !now.access().mayRead(each.getValue(), head.get().scope()))
              .map(Map.Entry::getKey)
              .collect(Collectors.toCollection(TreeSet::new));
      if (!barred.isEmpty()) {
        unreadable.merge(
            shown.title(),
            barred,
            (one, other) -> {
              one.addAll(other);
              return one;
            });
      }
    }
    return new Exposure(unreadable, true);
  }

  /** All who would see something that they may not read. */
  Set<String> people() {
    Set<String> people = new TreeSet<>();
    unreadable.values().forEach(people::addAll);
    return people;
  }

  private record Shown(DocId doc, String revision, String title) {}

  private static Set<Shown> shown(Answer answer) {
    return switch (answer) {
      case Answer.Grounded grounded ->
          grounded.citations().stream().map(Exposure::shown).collect(Collectors.toSet());
      case Answer.Near near -> Set.of(shown(near.citation()));
      case Answer.Unknown unknown ->
          unknown.nearest().stream()
              .map(NearPassage::found)
              .map(found -> shown(found.passage()))
              .collect(Collectors.toSet());
    };
  }

  private static Shown shown(Citation cited) {
    return new Shown(cited.doc(), cited.revision(), cited.where().title());
  }

  private static Shown shown(Passage passage) {
    return new Shown(passage.doc(), passage.revision(), passage.origin().title());
  }
}
