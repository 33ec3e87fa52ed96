package dev.gill.surface.slack;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts how often each address to answer by was used: Slack takes five answers in 30 minutes. */
final class ResponseUrls {
  private static final int MOST = 5;
  private static final Duration SERVES = Duration.ofMinutes(30).minusSeconds(30);
  private static final int REMEMBERED = 20_000;

  private static final class Use {
    private final Instant since;
    private int count;

    Use(Instant since) {
      this.since = since;
    }
  }

  private final String host;
  private final InstantSource clock;
  private final Map<String, Use> uses =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Use> eldest) {
          return size() > REMEMBERED;
        }
      };

  /**
   * @param api where the methods lie; addresses of any other place than Slack's are not used
   */
  ResponseUrls(URI api, InstantSource clock) {
    this.host = api.getHost().equals("slack.com") ? "hooks.slack.com" : api.getHost();
    this.clock = clock;
  }

  /** Notes an address when it comes in, since that is when its time begins. */
  synchronized void came(String url) {
    uses.putIfAbsent(url, new Use(clock.instant()));
  }

  /** Whether it can be used once more, which is noted. */
  synchronized boolean take(String url) {
    Use use = uses.get(url);
    boolean serves =
        use != null
            && use.count < MOST
            && clock.instant().isBefore(use.since.plus(SERVES))
            && isSlacks(url);
    if (serves) {
      use.count++;
    }
    return serves;
  }

  private boolean isSlacks(String url) {
    try {
      URI uri = URI.create(url);
      boolean secure = "https".equals(uri.getScheme()) || !host.equals("hooks.slack.com");
      return secure && host.equals(uri.getHost());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
