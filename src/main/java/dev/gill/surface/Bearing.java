package dev.gill.surface;

import dev.gill.model.Answer;
import dev.gill.model.Restriction;
import dev.gill.model.SourceId;
import dev.gill.sync.SourceStatus;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The sources that bear on an answer.
 *
 * @param searched those that were asked
 * @param drawnOn of these, what the answer is only as good as: those that are quoted or, where
 *     nothing is, all
 */
public record Bearing(List<SourceStatus> searched, List<SourceStatus> drawnOn) {
  public Bearing {
    searched = List.copyOf(searched);
    drawnOn = List.copyOf(drawnOn);
  }

  /** Of an answer to what was asked so, while the sources fare so. */
  public static Bearing of(Answer answer, Restriction asked, List<SourceStatus> sources) {
    List<SourceStatus> searched =
        sources.stream()
            .filter(each -> asked.sources().isEmpty() || asked.sources().contains(each.source()))
            .toList();
    Set<SourceId> quoted = quoted(answer);
    return new Bearing(
        searched,
        searched.stream()
            .filter(each -> quoted.isEmpty() || quoted.contains(each.source()))
            .toList());
  }

  /** Whether some of what was asked was never read to the end yet. */
  public boolean isFirstPass() {
    return searched.stream()
        .anyMatch(status -> status.inStepAt().isEmpty() && status.trouble().isEmpty());
  }

  private static Set<SourceId> quoted(Answer answer) {
    return switch (answer) {
      case Answer.Grounded grounded ->
          grounded.citations().stream().map(c -> c.doc().source()).collect(Collectors.toSet());
      case Answer.Near near -> Set.of(near.citation().doc().source());
      case Answer.Unknown _ -> Set.of();
    };
  }
}
