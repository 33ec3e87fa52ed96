package dev.gill.surface.lark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gill.surface.chat.Card;
import dev.gill.surface.chat.ChatException;
import dev.gill.surface.chat.Speaker;
import dev.gill.surface.chat.Spot;
import java.util.Optional;

/**
 * Says things in an organization's chats: as a reply in the same topic, as a card that one alone
 * sees in a group, or in the place of a card whose button was pressed.
 */
final class LarkSpeaker implements Speaker {
  /** Before the id of a message to reply to. */
  static final String MESSAGE = "message:";

  /** The same of a message in a topic. */
  static final String TOPIC = "topic:";

  /** Before what Lark gave to update a card by. */
  static final String CARD = "card:";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final LarkApi api;

  LarkSpeaker(LarkApi api) {
    this.api = api;
  }

  @Override
  public void aside(Spot spot, String account, Card card)
      throws ChatException, InterruptedException {
    if (spot.channel().isEmpty()) {
      direct(account, card);
      return;
    }
    ObjectNode body =
        JSON.createObjectNode()
            .put("chat_id", spot.channel())
            .put("open_id", account)
            .put("msg_type", "interactive");
    body.set("card", LarkCard.of(card));
    try {
      api.post("open-apis/ephemeral/v1/send", body);
    } catch (ChatException e) {
      direct(account, card); // such cards are for groups alone
    }
  }

  @Override
  public String aloud(Spot spot, Card card) throws ChatException, InterruptedException {
    Optional<String> topic = after(spot, TOPIC);
    Optional<String> message = topic.or(() -> after(spot, MESSAGE));
    ObjectNode body = interactive(card);
    JsonNode said =
        message.isPresent()
            ? api.post(
                "open-apis/im/v1/messages/%s/reply".formatted(LarkApi.encoded(message.get())),
                body.put("reply_in_thread", topic.isPresent()))
            : api.post(
                "open-apis/im/v1/messages?receive_id_type=chat_id",
                body.put("receive_id", spot.channel()));
    return said.path("message_id").asText();
  }

  @Override
  public boolean revises() {
    return true;
  }

  @Override
  public void revise(Spot spot, String said, Card card) throws ChatException, InterruptedException {
    api.patch(
        "open-apis/im/v1/messages/%s".formatted(LarkApi.encoded(said)),
        JSON.createObjectNode().put("content", LarkCard.of(card).toString()));
  }

  @Override
  public void direct(String account, Card card) throws ChatException, InterruptedException {
    api.post(
        "open-apis/im/v1/messages?receive_id_type=open_id",
        interactive(card).put("receive_id", account));
  }

  @Override
  public void instead(Spot spot, String account, Card card)
      throws ChatException, InterruptedException {
    Optional<String> token = after(spot, CARD);
    if (token.isEmpty()) {
      aside(spot, account, card);
      return;
    }
    ObjectNode body = JSON.createObjectNode().put("token", token.get());
    ObjectNode drawn = LarkCard.of(card);
    drawn.putArray("open_ids").add(account);
    body.set("card", drawn);
    try {
      api.post("open-apis/interactive/v1/card/update", body);
    } catch (ChatException e) {
      aside(spot, account, card); // a token serves twice, and for half an hour
    }
  }

  private static ObjectNode interactive(Card card) {
    return JSON.createObjectNode()
        .put("msg_type", "interactive")
        .put("content", LarkCard.of(card).toString());
  }

  private static Optional<String> after(Spot spot, String prefix) {
    return spot.ticket()
        .filter(ticket -> ticket.startsWith(prefix))
        .map(ticket -> ticket.substring(prefix.length()));
  }
}
