package dev.gill.retrieve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.Passage;
import dev.gill.model.Scored;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class NearDuplicatesTest {
  private static final String TEXT =
      "To restore the database, stop the writers first, then play the last snapshot back and check"
          + " the row counts before you let anybody in again.";
  private static final String COPY = TEXT.replace("database, stop", "Database stop") + " ";
  private static final String OTHER =
      "Leave is asked for two weeks ahead; the team lead answers within three working days.";

  private static Scored found(String key, String text, int daysOld, double score) {
    return Found.scored(Found.passage(key, 0, text, daysOld), score);
  }

  private static List<String> dropped(int most, Scored... ranked) {
    return Found.keys(NearDuplicates.dropped(List.of(ranked), most));
  }

  @Test
  void ofNearIdenticalPassagesTheNewerIsShown() {
    assertThat(dropped(5, found("old", TEXT, 90, 0.9), found("new", COPY, 1, 0.87)))
        .containsExactly("new");
    assertThat(dropped(5, found("new", TEXT, 1, 0.9), found("old", COPY, 90, 0.87)))
        .containsExactly("new");
  }

  @Test
  void ofCopiesOfOneAgeTheOneThatSaysMoreIsShown() {
    String more = TEXT + " Then tell the team.";
    assertThat(dropped(5, found("short", TEXT, 9, 0.9), found("long", more, 9, 0.87)))
        .containsExactly("long");
    assertThat(dropped(5, found("long", more, 9, 0.9), found("short", TEXT, 9, 0.87)))
        .containsExactly("long");
    assertThat(dropped(5, found("short", TEXT, 9, 0.9), found("long", more, 10, 0.87)))
        .containsExactly("short");
  }

  @Test
  void aNewerCopyThatIsFarLessRelevantDoesNotTakeTheFirstOnesPlace() {
    assertThat(dropped(5, found("old", TEXT, 90, 0.9), found("new", COPY, 1, 0.5)))
        .containsExactly("old");
  }

  @Test
  void copiesAreEquallyRelevantThoughScalingPullsThemApart() {
    Passage old = Found.passage("old", 0, TEXT, 90);
    Passage renewed = Found.passage("new", 0, COPY, 1);
    Scored first = new Scored(old, 1, OptionalDouble.of(8.1), OptionalDouble.of(0.81));
    Scored second = new Scored(renewed, 0, OptionalDouble.of(8), OptionalDouble.of(0.8));
    assertThat(dropped(5, first, second)).containsExactly("new");
    Scored weak = new Scored(renewed, 0, OptionalDouble.of(4), OptionalDouble.of(0.8));
    assertThat(dropped(5, first, weak)).containsExactly("old");
  }

  @Test
  void passagesThatSayDifferentThingsAreAllShown() {
    String longer = TEXT + " " + OTHER;
    assertThat(
            dropped(
                5,
                found("a", TEXT, 9, 0.9),
                found("b", OTHER, 1, 0.89),
                found("c", longer, 0, 0.88)))
        .containsExactly("a", "b", "c");
  }

  @Test
  void shortPassagesAreTheSameOnlyWhenEqual() {
    assertThat(dropped(5, found("a", "Yes.", 9, 0.9), found("b", "No.", 1, 0.89)))
        .containsExactly("a", "b");
    assertThat(dropped(5, found("a", "Yes.", 9, 0.9), found("b", "yes", 1, 0.89)))
        .containsExactly("b");
  }

  @Test
  void copiesTakeNobodysPlaceAmongTheFirst() {
    assertThat(
            dropped(
                2,
                found("a", TEXT, 1, 0.9),
                found("copy", COPY, 9, 0.89),
                found("b", OTHER, 1, 0.2),
                found("c", "Something else altogether, which is long enough.", 1, 0.1)))
        .containsExactly("a", "b");
  }

  @Test
  void aNewerCopyIsFoundAlsoWhenTheFirstPlacesAreTaken() {
    assertThat(
            dropped(
                1,
                found("old", TEXT, 90, 0.9),
                found("b", OTHER, 1, 0.89),
                found("new", COPY, 1, 0.88)))
        .containsExactly("new");
  }

  @Test
  void whatIsShownStaysInOrderOfRelevance() {
    assertThat(
            dropped(
                5,
                found("old", TEXT, 90, 0.9),
                found("b", OTHER, 1, 0.89),
                found("new", COPY, 1, 0.87)))
        .containsExactly("b", "new");
  }

  @Test
  void nothingIsShownWhereNothingIsWanted() {
    assertThat(dropped(0, found("a", TEXT, 1, 0.9))).isEmpty();
    assertThat(dropped(3)).isEmpty();
  }
}
