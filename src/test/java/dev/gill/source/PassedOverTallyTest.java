package dev.gill.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.PassedOver;
import dev.gill.model.PassedOver.Reason;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassedOverTallyTest {
  private static final SourceId SOURCE = new SourceId("team");
  private final PassedOverTally tally = new PassedOverTally(SOURCE, Scope.whole(SOURCE));

  private void meet(int times, String name) {
    for (int i = 0; i < times; i++) {
      tally.add(UnreadFormat.of(name.formatted(i)), name.formatted(i));
    }
  }

  @Test
  void aHundredThousandFilesAreCountedAndAFewNamed() {
    meet(100_000, "scan%05d.png");
    meet(3, "note%d.pages");

    List<PassedOver> groups = tally.groups();
    assertThat(groups).extracting(PassedOver::count).containsExactly(3, 100_000);
    assertThat(groups).extracting(group -> group.first().size()).containsExactly(3, 5);
  }

  @Test
  void endingsWithoutEndAreCountedTogether() {
    meet(100_000, "core.%d");

    List<PassedOver> groups = tally.groups();
    assertThat(groups).hasSizeLessThan(60);
    assertThat(groups.stream().mapToInt(PassedOver::count).sum()).isEqualTo(100_000);
    assertThat(groups.getFirst().ending()).isEqualTo(".*");
  }

  @Test
  void conflictCopiesAreNamedUpToAHundred() {
    for (int i = 0; i < 300; i++) {
      tally.add(StaleCopy.of("a" + i + ".bak.md").orElseThrow().judge("a.md"), "a" + i + ".bak.md");
    }
    PassedOver group = tally.groups().getFirst();
    assertThat(group.count()).isEqualTo(300);
    assertThat(group.first()).hasSize(PassedOver.FIRST);
    assertThat(group.reason()).isEqualTo(Reason.BACKUP);
  }

  @Test
  void aBinSaysHowManyFilesItHoldsAsFarAsThatWasCounted() {
    tally.addFolder(Reason.RECYCLED, "a/#recycle", java.util.OptionalInt.of(1));
    tally.addFolder(Reason.RECYCLED, "b/#recycle", java.util.OptionalInt.of(5000));
    tally.addFolder(Reason.RECYCLED, "c/#recycle", java.util.OptionalInt.empty());

    assertThat(tally.groups().getFirst().first())
        .extracting(PassedOver.Item::why)
        .satisfiesExactly(
            one -> assertThat(one).contains("bin with 1 file:"),
            many -> assertThat(many).contains("bin with more than 1,000 files:"),
            unknown -> assertThat(unknown).contains("bin:"));
  }
}
