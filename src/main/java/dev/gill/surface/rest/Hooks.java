package dev.gill.surface.rest;

import dev.gill.model.SourceId;
import dev.gill.surface.signing.Hmac;
import dev.gill.surface.signing.SignedOnce;
import dev.gill.surface.signing.StandardWebhooks;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Who may have a source looked at. A hook says nothing but "look now", and at most where: the
 * source reads for itself what it says there, so a replayed one costs a look and brings nothing
 * else. One that is signed with its time is taken once, and only while it is fresh.
 */
public final class Hooks {
  private final Map<SourceId, String> secrets;
  private final BiConsumer<SourceId, byte[]> carried;
  private final LookPace pace;
  private final SignedOnce fresh;

  /**
   * @param secrets of the sources that have a hook
   * @param carried is handed what each hook carries
   * @param pace how often each may be looked at
   */
  public Hooks(
      Map<SourceId, String> secrets,
      BiConsumer<SourceId, byte[]> carried,
      LookPace pace,
      InstantSource clock) {
    this.secrets = new TreeMap<>(secrets);
    this.carried = carried;
    this.pace = pace;
    this.fresh = new SignedOnce(clock);
  }

  /** What a request offers to prove that it may. */
  sealed interface Proof {
    /** A secret, in the path or in a header. */
    record Secret(String offered) implements Proof {}

    /** The hexadecimal HMAC-SHA256 of the body. */
    record Signature(String hex) implements Proof {}

    /** The same of the version, the time in seconds since 1970 and the body, as Slack signs. */
    record Stamped(String seconds, String hex) implements Proof {}

    /** The same of an id, the time and the body in base64, one or several, as GitLab signs. */
    record Identified(String id, String seconds, String signatures) implements Proof {}
  }

  /** Whether the proof holds; says nothing of why not. */
  boolean proved(SourceId source, Optional<Proof> proof, byte[] body) {
    String secret = secrets.get(source);
    return secret != null && proof.filter(p -> holds(secret, p, body)).isPresent();
  }

  /** Has a source looked at for whom a hook was proved. */
  void look(SourceId source, byte[] body) {
    carried.accept(source, body);
    pace.look(source);
  }

  private boolean holds(String secret, Proof proof, byte[] body) {
    return switch (proof) {
      case Proof.Secret(String offered) -> Hmac.same(secret, offered);
      case Proof.Signature(String hex) -> Hmac.same(Hmac.hex(secret, body), hex);
      case Proof.Stamped(String seconds, String hex) ->
          Hmac.same(Hmac.slack(secret, seconds, body), hex) && fresh.takes(seconds, hex);
      case Proof.Identified(String id, String seconds, String signatures) ->
          StandardWebhooks.signed(secret, id, seconds, body, signatures)
              && fresh.takes(seconds, StandardWebhooks.signature(secret, id, seconds, body));
    };
  }
}
