package dev.gill.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;

/**
 * What a chat model took in each month (UTC), in a file that outlives a restart. Safe for use by
 * several threads of one process.
 */
public final class MonthlySpending {
  /** The file below the data folder. */
  public static final String NAME = "chat-model.properties";

  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  /**
   * What tokens cost.
   *
   * @param in of a million tokens that are sent
   * @param out of a million tokens that come
   */
  public record Prices(BigDecimal in, BigDecimal out) {
    /** What so many cost. */
    public BigDecimal of(long tokensIn, long tokensOut) {
      return in.multiply(BigDecimal.valueOf(tokensIn))
          .add(out.multiply(BigDecimal.valueOf(tokensOut)))
          .divide(MILLION)
          .stripTrailingZeros();
    }
  }

  /**
   * What may be spent in a month.
   *
   * @param tokens both ways; no limit if empty
   * @param cost no limit if empty
   */
  public record Limit(OptionalLong tokens, Optional<BigDecimal> cost) {}

  /** What was spent in a month. */
  public record Spent(long tokensIn, long tokensOut) {
    Spent and(long in, long out) {
      return new Spent(tokensIn + in, tokensOut + out);
    }
  }

  private final Path file;
  private final Optional<Prices> prices;
  private final Limit limit;
  private final InstantSource clock;
  private long asideIn;
  private long asideOut;

  /** Kept in a folder. */
  public MonthlySpending(Path folder, Optional<Prices> prices, Limit limit, InstantSource clock) {
    this.file = folder.resolve(NAME);
    this.prices = prices;
    this.limit = limit;
    this.clock = clock;
  }

  /**
   * Whether so much may be spent besides what is spent and set aside; if so, it is set aside.
   *
   * @throws UncheckedIOException if it cannot be read what is spent
   */
  public synchronized boolean allows(long in, long out) {
    Spent after = spent().and(asideIn + in, asideOut + out);
    boolean tokens =
        limit.tokens().isEmpty()
            || after.tokensIn() + after.tokensOut() <= limit.tokens().getAsLong();
    boolean cost =
        limit.cost().isEmpty()
            || prices.isEmpty()
            || prices.get().of(after.tokensIn(), after.tokensOut()).compareTo(limit.cost().get())
                <= 0;
    if (tokens && cost) {
      asideIn += in;
      asideOut += out;
    }
    return tokens && cost;
  }

  /**
   * Notes what was spent of what was set aside.
   *
   * @return what it cost, if there are prices
   * @throws UncheckedIOException if it cannot be noted
   */
  public synchronized Optional<BigDecimal> settle(
      long setAsideIn, long setAsideOut, long in, long out) {
    asideIn -= setAsideIn;
    asideOut -= setAsideOut;
    if (in + out > 0) {
      Properties all = read();
      Spent spent = spent(all).and(in, out);
      all.setProperty(month(), spent.tokensIn() + " " + spent.tokensOut());
      write(all);
    }
    return prices.map(each -> each.of(in, out));
  }

  /** What was spent in this month. */
  public synchronized Spent spent() {
    return spent(read());
  }

  private Spent spent(Properties all) {
    String[] cells = all.getProperty(month(), "0 0").strip().split(" ");
    try {
      return new Spent(Long.parseLong(cells[0]), Long.parseLong(cells[1]));
    } catch (RuntimeException e) {
      throw new UncheckedIOException(
          new IOException(
              "%s cannot be read at %s; correct the line, or delete it to begin at zero."
                  .formatted(file.getFileName(), month()),
              e));
    }
  }

  private String month() {
    return YearMonth.from(clock.instant().atZone(ZoneOffset.UTC)).toString();
  }

  private Properties read() {
    Properties all = new Properties();
    if (Files.exists(file)) {
      try (var reader = Files.newBufferedReader(file)) {
        all.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return all;
  }

  private void write(Properties all) {
    Path next = file.resolveSibling(NAME + ".next");
    try {
      Files.createDirectories(file.getParent());
      try (var writer = Files.newBufferedWriter(next)) {
        all.store(writer, "Tokens that the chat model was sent, and that came, by month");
      }
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
