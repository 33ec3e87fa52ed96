package dev.gill.source.http;

import java.time.Duration;

/**
 * How much is asked of a host and taken from it. Clients of one host share its budget and its
 * parallelism; where their limits differ, the lowest hold.
 *
 * @param headers how long until an answer begins, connecting included
 * @param whole how long for one exchange, the name look-up and the body included
 * @param bytes the largest body, as it comes and when decompressed; 1 GiB at most
 * @param perMinute the most requests in any 60 seconds
 * @param parallel the most exchanges at a time
 * @param retries how often one {@link Ask} is repeated, over all its redirects
 * @param patience the longest pause that a host asks for which is waited out; after a longer one it
 *     is a {@link dev.gill.source.SourceException.Busy}
 */
public record HttpLimits(
    Duration headers,
    Duration whole,
    long bytes,
    int perMinute,
    int parallel,
    int retries,
    Duration patience) {
  private static final long MOST_BYTES = 1L << 30;
  private static final int MOST_REQUESTS = 100_000;

  /**
   * Where nothing is configured: 64 MiB, as the parsers read, and one request after the other, as
   * <a href="https://www.mediawiki.org/wiki/API:Etiquette">MediaWiki's API etiquette</a> asks, and
   * 120 of them a minute, a figure of our own since it names none.
   */
  public static final HttpLimits USUAL =
      new HttpLimits(
          Duration.ofSeconds(30),
          Duration.ofMinutes(2),
          64L << 20,
          120,
          1,
          3,
          Duration.ofMinutes(1));

  public HttpLimits {
    if (!positive(headers) || !positive(whole) || patience.isNegative()) {
      throw new IllegalArgumentException(
          "a time-out must be longer than nothing and a day at most, and patience must not be negative");
    }
    if (bytes < 1 || bytes > MOST_BYTES) {
      throw new IllegalArgumentException(
          "the largest body must be of 1 byte to 1 GiB, not of %d bytes".formatted(bytes));
    }
    if (perMinute < 1 || perMinute > MOST_REQUESTS || parallel < 1 || retries < 0) {
      throw new IllegalArgumentException(
          "requests a minute must be 1 to %d, requests at a time 1 or more, and retries 0 or more"
              .formatted(MOST_REQUESTS));
    }
  }

  /** The same with this many requests a minute. */
  public HttpLimits withPerMinute(long most) {
    int bounded = (int) Math.min(most, Integer.MAX_VALUE);
    return new HttpLimits(headers, whole, bytes, bounded, parallel, retries, patience);
  }

  /** The same with bodies of this size. */
  public HttpLimits withBytes(long most) {
    return new HttpLimits(headers, whole, most, perMinute, parallel, retries, patience);
  }

  private static boolean positive(Duration duration) {
    return duration.isPositive() && duration.compareTo(Duration.ofDays(1)) <= 0;
  }
}
