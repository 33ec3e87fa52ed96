package dev.gill.sync;

import dev.gill.model.Failure;
import dev.gill.model.PassedOver;
import dev.gill.model.Scope;
import dev.gill.source.PassedOverTally;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Pictures without words. The index keeps each as a failure, so that it is not read again; people
 * see them counted with what is passed over, since a folder of icons is no trouble.
 */
final class Wordless {
  private Wordless() {}

  /** The failures that somebody may want to mend. */
  static List<Failure> without(List<Failure> failures) {
    return failures.stream().filter(failure -> failure.stage() != Failure.Stage.WORDLESS).toList();
  }

  /** What is passed over, and the pictures without words. */
  static List<PassedOver> with(List<Failure> failures, List<PassedOver> passedOver) {
    Map<Scope, PassedOverTally> tallies = new LinkedHashMap<>();
    failures.stream()
        .filter(failure -> failure.stage() == Failure.Stage.WORDLESS)
        .forEach(
            failure ->
                tallies
                    .computeIfAbsent(
                        failure.scope(),
                        scope -> new PassedOverTally(failure.doc().source(), scope))
                    .add(PassedOver.Reason.WORDLESS, failure.doc().key()));
    List<PassedOver> all = new ArrayList<>(passedOver);
    tallies.values().forEach(tally -> all.addAll(tally.groups()));
    return all;
  }
}
