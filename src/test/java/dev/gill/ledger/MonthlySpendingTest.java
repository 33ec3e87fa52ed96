package dev.gill.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.ledger.MonthlySpending.Limit;
import dev.gill.ledger.MonthlySpending.Prices;
import dev.gill.ledger.MonthlySpending.Spent;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonthlySpendingTest {
  private static final Prices PRICES = new Prices(new BigDecimal("2"), new BigDecimal("10"));

  @TempDir private Path folder;
  private Instant now = Instant.parse("2026-03-31T23:59:59Z");

  private MonthlySpending open(OptionalLong tokens, Optional<BigDecimal> cost) {
    return new MonthlySpending(folder, Optional.of(PRICES), new Limit(tokens, cost), () -> now);
  }

  @Test
  void whatWasSpentOutlivesARestartAndANewMonthBeginsAtZero() {
    MonthlySpending spending = open(OptionalLong.of(1_000), Optional.empty());
    assertThat(spending.allows(600, 200)).isTrue();
    assertThat(spending.settle(600, 200, 500, 300)).contains(new BigDecimal("0.004"));

    MonthlySpending restarted = open(OptionalLong.of(1_000), Optional.empty());
    assertThat(restarted.spent()).isEqualTo(new Spent(500, 300));
    assertThat(restarted.allows(150, 51)).isFalse();
    assertThat(restarted.allows(150, 50)).isTrue();
    now = Instant.parse("2026-04-01T00:00:00Z");
    assertThat(restarted.spent()).isEqualTo(new Spent(0, 0));
  }

  @Test
  void whatIsUnderWayCountsUntilItIsKnownWhatItTook() {
    MonthlySpending spending = open(OptionalLong.of(1_000), Optional.empty());
    assertThat(spending.allows(500, 100)).isTrue();
    assertThat(spending.allows(500, 100)).isFalse();
    spending.settle(500, 100, 0, 0);
    assertThat(spending.allows(500, 100)).isTrue();
    assertThat(spending.spent()).isEqualTo(new Spent(0, 0));
  }

  @Test
  void aLimitOfMoneyIsHeldAsWell() {
    MonthlySpending spending = open(OptionalLong.empty(), Optional.of(new BigDecimal("0.01")));
    assertThat(spending.allows(0, 1_001)).isFalse();
    assertThat(spending.allows(0, 1_000)).isTrue();
  }

  @Test
  void aLineThatCannotBeReadSaysWhichAndWhatToDo() throws Exception {
    Files.writeString(folder.resolve(MonthlySpending.NAME), "2026-03=many\n");
    assertThatThrownBy(() -> open(OptionalLong.of(1), Optional.empty()).spent())
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("chat-model.properties cannot be read at 2026-03")
        .hasMessageContaining("delete it to begin at zero");
  }
}
