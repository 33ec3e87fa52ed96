package dev.gill.lab.campaign;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Posts events to a hook, signed as Slack signs them. */
public final class SignedEvents implements AutoCloseable {
  private static final String ALGORITHM = "HmacSHA256";

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI hook;
  private final String secret;

  /** Those of an app with this signing secret. */
  public SignedEvents(URI hook, String secret) {
    this.hook = hook;
    this.secret = secret;
  }

  /**
   * Posts one. Slack would try again where nobody takes it; here it is lost then.
   *
   * @throws IllegalStateException if it is refused
   */
  public void post(byte[] body) {
    String seconds = Long.toString(Instant.now().getEpochSecond());
    HttpRequest request =
        HttpRequest.newBuilder(hook)
            .header("Content-Type", "application/json")
            .header("X-Slack-Request-Timestamp", seconds)
            .header("X-Slack-Signature", "v0=" + signature(seconds, body))
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    try {
      int status = client.send(request, BodyHandlers.discarding()).statusCode();
      if (status == 404) {
        throw new IllegalStateException("the hook does not know its own secret");
      }
    } catch (IOException e) {
      // nobody is there, since Gill was killed
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String signature(String seconds, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      mac.update("v0:%s:".formatted(seconds).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
