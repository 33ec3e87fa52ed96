package dev.gill.source.http;

import java.net.http.HttpHeaders;

/**
 * What a host says to an {@link Ask}, where it says anything that an adapter can go on with; all
 * else is a {@link dev.gill.source.SourceException}.
 */
public sealed interface HttpAnswer {
  /**
   * Here it is (status 2xx).
   *
   * @param headers of the last answer; their names in any case
   * @param body whole and decompressed; empty if there is none
   * @param validators what to ask with next time
   */
  record Found(int status, HttpHeaders headers, byte[] body, Validators validators)
      implements HttpAnswer {
    @Override
    public String toString() {
      return "Found[%d, %d bytes]".formatted(status, body.length);
    }
  }

  /**
   * It is as it was (304).
   *
   * @param validators what to ask with next time
   */
  record Unchanged(Validators validators) implements HttpAnswer {}

  /** It is not there, or not for this user (404, 410). */
  record Missing(int status) implements HttpAnswer {}

  /**
   * The host will not have it so (401, 403 and every other 4xx): one document or all of them, which
   * the adapter knows.
   *
   * @param sentence what to check, for the person who runs Gill
   * @param body what the host says to it; it may repeat secrets, so nobody shows it
   */
  record Refused(int status, String sentence, byte[] body) implements HttpAnswer {
    @Override
    public String toString() {
      return "Refused[%d, %d bytes]".formatted(status, body.length);
    }
  }
}
