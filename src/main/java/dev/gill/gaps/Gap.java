package dev.gill.gaps;

import dev.gill.ledger.Entry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that was asked in vain.
 *
 * @param entries the questions, oldest first; at least one
 * @param nearest what comes nearest now, of what the viewer may read, best first
 */
public record Gap(List<Entry> entries, List<Near> nearest) {
  /**
   * A document that comes near.
   *
   * @param document its id as it is written
   * @param author who wrote it last; empty if unknown
   */
  public record Near(String document, String title, String author, Instant modified) {}

  public Gap {
    entries = List.copyOf(entries);
    nearest = List.copyOf(nearest);
    if (entries.isEmpty()) {
      throw new IllegalArgumentException("a gap is something that was asked");
    }
  }

  /** As it was asked last. */
  public String question() {
    return entries.getLast().question();
  }

  /** How often it was asked. */
  public int times() {
    return entries.size();
  }

  /** Of those, how often it was said that the answer does not help. */
  public int disliked() {
    return (int) entries.stream().filter(Entry::isDisliked).count();
  }

  /** When it was asked last. */
  public Instant last() {
    return entries.getLast().at();
  }

  /** In which other words it was asked. */
  public List<String> otherWords() {
    return entries.reversed().stream()
        .map(Entry::question)
        .distinct()
        .filter(each -> !Grouping.plain(each).equals(Grouping.plain(question())))
        .toList();
  }

  /** How many people asked, as far as they were recognised. */
  public Optional<Integer> people() {
    long people =
        entries.stream().map(Entry::identities).filter(each -> !each.isEmpty()).distinct().count();
    return people == 0 ? Optional.empty() : Optional.of((int) people);
  }
}
