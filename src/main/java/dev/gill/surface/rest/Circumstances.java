package dev.gill.surface.rest;

import dev.gill.model.Answer;
import dev.gill.model.Restriction;
import dev.gill.model.SourceId;
import dev.gill.surface.Bearing;
import dev.gill.surface.Worded;
import dev.gill.sync.SourceStatus;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

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
    Bearing bearing = Bearing.of(answer, asked, sources);
    return new Circumstances(
        bearing.drawnOn().stream().flatMap(each -> StandstillView.of(each, wording)).toList(),
        FirstPassView.of(bearing.searched(), counted));
  }
}
