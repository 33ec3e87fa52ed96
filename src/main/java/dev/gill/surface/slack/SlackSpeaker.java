package dev.gill.surface.slack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gill.surface.chat.Card;
import dev.gill.surface.chat.ChatException;
import dev.gill.surface.chat.Speaker;
import dev.gill.surface.chat.Spot;
import java.util.Optional;

/** Says things in a workspace: by the address that came along while it serves, else by methods. */
final class SlackSpeaker implements Speaker {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SlackApi api;
  private final ResponseUrls addresses;

  SlackSpeaker(SlackApi api, ResponseUrls addresses) {
    this.api = api;
    this.addresses = addresses;
  }

  @Override
  public void aside(Spot spot, String account, Card card)
      throws ChatException, InterruptedException {
    privately(spot, account, card, false);
  }

  @Override
  public void instead(Spot spot, String account, Card card)
      throws ChatException, InterruptedException {
    privately(spot, account, card, true);
  }

  private void privately(Spot spot, String account, Card card, boolean instead)
      throws ChatException, InterruptedException {
    SlackApi.Message message = BlockKit.message(card);
    Optional<String> address = spot.ticket().filter(addresses::take);
    if (address.isPresent()) {
      api.respond(address.get(), response(spot, message, instead));
    } else if (spot.channel().isEmpty()) {
      direct(account, card);
    } else {
      api.ephemeral(spot.channel(), spot.thread(), account, message);
    }
  }

  private static ObjectNode response(Spot spot, SlackApi.Message message, boolean instead) {
    ObjectNode response =
        JSON.createObjectNode()
            .put("response_type", "ephemeral")
            .put("replace_original", instead)
            .put("text", message.text());
    spot.thread().ifPresent(thread -> response.put("thread_ts", thread));
    response.set("blocks", message.blocks());
    return response;
  }

  @Override
  public String aloud(Spot spot, Card card) throws ChatException, InterruptedException {
    return api.post(spot.channel(), spot.thread(), BlockKit.message(card));
  }

  @Override
  public boolean revises() {
    return true;
  }

  @Override
  public void revise(Spot spot, String said, Card card) throws ChatException, InterruptedException {
    api.update(spot.channel(), said, BlockKit.message(card));
  }

  @Override
  public void direct(String account, Card card) throws ChatException, InterruptedException {
    api.post(api.conversation(account), Optional.empty(), BlockKit.message(card));
  }

  /** The app's home as somebody sees it. */
  void home(String account, Card card) throws ChatException, InterruptedException {
    ObjectNode view = JSON.createObjectNode().put("type", "home");
    view.set("blocks", BlockKit.blocks(card));
    api.home(account, view);
  }
}
