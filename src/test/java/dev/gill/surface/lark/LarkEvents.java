package dev.gill.surface.lark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gill.surface.signing.LarkCipher;
import dev.gill.surface.signing.LarkRequests;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Events as Lark sends them: encrypted and signed. */
public final class LarkEvents {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String key;
  private final String token;
  private int count;

  public LarkEvents(String key, String token) {
    this.key = key;
    this.token = token;
  }

  /** Somebody wrote something: a direct message, or with a mention of Gill in a group. */
  public String message(String user, String chat, String text, String root) {
    ObjectNode event = event("im.message.receive_v1");
    ObjectNode within = event.putObject("event");
    within
        .putObject("sender")
        .put("sender_type", "user")
        .putObject("sender_id")
        .put("open_id", user);
    boolean group = text.contains("@_user_1");
    ObjectNode message =
        within
            .putObject("message")
            .put("message_id", "om_q" + count)
            .put("chat_id", chat)
            .put("chat_type", group ? "group" : "p2p")
            .put("message_type", "text")
            .put("content", JSON.createObjectNode().put("text", text).toString());
    if (!root.isEmpty()) {
      message.put("root_id", root).put("thread_id", "omt_" + root);
    }
    if (group) {
      ObjectNode mention = message.putArray("mentions").addObject().put("key", "@_user_1");
      mention.put("name", "Gill").putObject("id").put("open_id", StandInLarkChat.BOT);
    }
    return event.toString();
  }

  /** Somebody pressed a button. */
  public String press(String user, String chat, String action, String value) {
    ObjectNode event = event("card.action.trigger");
    ObjectNode within = event.putObject("event").put("token", "c-" + count);
    within.putObject("operator").put("open_id", user);
    within.putObject("context").put("open_chat_id", chat);
    within
        .putObject("action")
        .put("tag", "button")
        .putObject("value")
        .put("action", action)
        .put("value", value);
    return event.toString();
  }

  private ObjectNode event(String type) {
    ObjectNode event = JSON.createObjectNode().put("schema", "2.0");
    event
        .putObject("header")
        .put("event_id", "e" + ++count)
        .put("event_type", type)
        .put("token", token);
    return event;
  }

  public LarkRequests.Signed signed(Instant at, byte[] body) {
    String seconds = Long.toString(at.getEpochSecond());
    String nonce = "n" + count;
    return new LarkRequests.Signed(
        Optional.of(seconds),
        Optional.of(nonce),
        Optional.of(LarkCipher.signature(seconds, nonce, key, body)));
  }

  /** As Lark encrypts. */
  public byte[] encrypted(String plain) {
    return encrypted(key, plain);
  }

  static byte[] encrypted(String key, String plain) {
    try {
      byte[] iv = Arrays.copyOf("0123456789abcdef".getBytes(StandardCharsets.US_ASCII), 16);
      Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
      byte[] hashed =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(hashed, "AES"), new IvParameterSpec(iv));
      byte[] hidden = cipher.doFinal(plain.getBytes(StandardCharsets.UTF_8));
      byte[] all = Arrays.copyOf(iv, iv.length + hidden.length);
      System.arraycopy(hidden, 0, all, iv.length, hidden.length);
      return JSON.writeValueAsBytes(
          JSON.createObjectNode().put("encrypt", Base64.getEncoder().encodeToString(all)));
    } catch (GeneralSecurityException | JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
