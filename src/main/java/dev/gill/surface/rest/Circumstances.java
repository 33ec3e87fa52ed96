package dev.gill.surface.rest;

import dev.gill.model.Answer;
import dev.gill.model.Restriction;
import dev.gill.model.SourceId;
import dev.gill.surface.Worded;
import dev.gill.sync.SourceStatus;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How the sources fared when something was asked.
 *
 * @param standstills what may be out of date
 * @param firstPass what is still being read; null if nothing is
 */
record Circumstances(List<StandstillView> standstills, FirstPassView firstPass) {
  /**
   * What was answered is only as good as the sources quoted; what was not, as all that were asked.
   *
   * @param counted whether the reader may know how many documents a source has
   * @param wording of sentences about sources, in the language of who asks
   */
  static Circumstances of(
      Answer answer,
      Restriction asked,
      List<SourceStatus> sources,
      Predicate<SourceId> counted,
      Function<String, Worded> wording) {
    List<SourceStatus> searched =
        sources.stream().filter(each -> isAsked(asked, each.source())).toList();
    Set<SourceId> drawnOn = drawnOn(answer);
    return new Circumstances(
        searched.stream()
            .filter(each -> drawnOn.isEmpty() || drawnOn.contains(each.source()))
            .flatMap(each -> StandstillView.of(each, wording))
            .toList(),
        FirstPassView.of(searched, counted));
  }

  private static boolean isAsked(Restriction asked, SourceId source) {
    return asked.sources().isEmpty() || asked.sources().contains(source);
  }

  private static Set<SourceId> drawnOn(Answer answer) {
    return switch (answer) {
      case Answer.Grounded grounded ->
          grounded.citations().stream().map(c -> c.doc().source()).collect(Collectors.toSet());
      case Answer.Near near -> Set.of(near.citation().doc().source());
      case Answer.Unknown _ -> Set.of();
    };
  }
}
