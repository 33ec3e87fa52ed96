package dev.gill.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RaceTest {
  @Test
  void contestantsTakeTurnsAndWarmUpFirst() throws Exception {
    List<String> order = new ArrayList<>();
    Map<String, Samples> results =
        new Race(1, 2)
            .run(
                List.of(
                    new Contestant("ours", round -> order.add("ours" + round)),
                    new Contestant("theirs", round -> order.add("theirs" + round))));
    assertThat(order).containsExactly("ours0", "theirs0", "ours0", "theirs0", "ours1", "theirs1");
    assertThat(results).containsOnlyKeys("ours", "theirs");
    assertThat(results.get("ours").count()).isEqualTo(2);
  }

  @Test
  void theTableSaysHowManyTimesAsFastAsTheRival() {
    Table table =
        Table.ofTimes("race", Map.of("ours", Samples.of(2), "theirs", Samples.of(5)), "theirs");
    Map<Object, Object> speeds = new java.util.HashMap<>();
    table
        .rows()
        .forEach(row -> speeds.put(row.name(), row.figures().get("times as fast as theirs")));
    assertThat(speeds).isEqualTo(Map.of("ours", 2.5, "theirs", 1.0));
  }
}
