package dev.gill.source.git;

import java.io.IOException;
import java.net.Proxy;
import java.net.URL;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.JDKHttpConnection;
import org.eclipse.jgit.transport.http.JDKHttpConnectionFactory;

/**
 * Notes the numbers that a server answers with. Its words go no further, since servers repeat in
 * them what they were sent.
 */
final class Replies extends JDKHttpConnectionFactory {
  private static final int MOST_DIGITS = 6;

  private OptionalInt status = OptionalInt.empty();
  private Optional<Duration> retryAfter = Optional.empty();

  @Override
  public HttpConnection create(URL url) throws IOException {
    return new Heard(url);
  }

  @Override
  public HttpConnection create(URL url, Proxy proxy) throws IOException {
    return new Heard(url, proxy);
  }

  /** A failure together with the last answer, if there was one. */
  IOException explain(IOException e) {
    return status.isPresent() ? new Answered(status.getAsInt(), retryAfter, e) : e;
  }

  private void note(int code, String pause) {
    status = code < 0 ? OptionalInt.empty() : OptionalInt.of(code);
    boolean seconds =
        pause != null && pause.length() <= MOST_DIGITS && pause.chars().allMatch(Replies::digit);
    retryAfter =
        seconds && !pause.isEmpty()
            ? Optional.of(Duration.ofSeconds(Long.parseLong(pause)))
            : Optional.empty();
  }

  private static boolean digit(int c) {
    return c >= '0' && c <= '9';
  }

  private final class Heard extends JDKHttpConnection {
    Heard(URL url) throws IOException {
      super(url);
    }

    Heard(URL url, Proxy proxy) throws IOException {
      super(url, proxy);
    }

    @Override
    public int getResponseCode() throws IOException {
      status = OptionalInt.empty();
      int code = super.getResponseCode();
      note(code, getHeaderField("Retry-After"));
      return code;
    }

    @Override
    public String getResponseMessage() throws IOException {
      return Integer.toString(getResponseCode());
    }
  }
}
