package dev.gill.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamplesTest {
  @Test
  void percentilesLieBetweenMeasurementsInProportion() {
    Samples samples = Samples.of(40, 10, 30, 20);
    assertThat(samples.min()).isEqualTo(10);
    assertThat(samples.max()).isEqualTo(40);
    assertThat(samples.median()).isEqualTo(25);
    assertThat(samples.mean()).isEqualTo(25);
    assertThat(samples.percentile(0)).isEqualTo(10);
    assertThat(samples.percentile(100)).isEqualTo(40);
    assertThat(samples.percentile(90)).isEqualTo(37);
  }

  @Test
  void theWorstInAHundredIsTheNinetyNinthPercentile() {
    Samples samples = new Samples(IntStream.rangeClosed(0, 100).asDoubleStream().toArray());
    assertThat(samples.percentile(99)).isEqualTo(99);
  }

  @Test
  void oneMeasurementIsAllOfThem() {
    Samples samples = Samples.of(7);
    assertThat(samples.median()).isEqualTo(7);
    assertThat(samples.percentile(99)).isEqualTo(7);
  }

  @Test
  void measurementsAreNotChangedByWhoeverGaveThem() {
    double[] given = {3, 1, 2};
    Samples samples = new Samples(given);
    given[0] = 99;
    assertThat(samples.max()).isEqualTo(3);
    assertThat(given[1]).isEqualTo(1);
  }

  @Test
  void unitsCanBeChanged() {
    assertThat(Samples.of(1, 2, 3).times(1000).median()).isEqualTo(2000);
  }

  @Test
  void nothingMeasuredIsNoSeries() {
    assertThatThrownBy(Samples::of).hasMessage("nothing was measured");
  }
}
