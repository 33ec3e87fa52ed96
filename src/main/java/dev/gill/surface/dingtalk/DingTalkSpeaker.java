package dev.gill.surface.dingtalk;

import dev.gill.surface.chat.Card;
import dev.gill.surface.chat.ChatException;
import dev.gill.surface.chat.Speaker;
import dev.gill.surface.chat.Spot;

/**
 * Says things where a message came from. A robot can say nothing to one alone in a group, so there
 * it says nothing of that kind at all.
 */
final class DingTalkSpeaker implements Speaker {
  /** In front of the id of a conversation with one person. */
  static final String ALONE = "alone:";

  private static final int LONGEST_TITLE = 60;

  private final DingTalkApi api;

  DingTalkSpeaker(DingTalkApi api) {
    this.api = api;
  }

  @Override
  public void aside(Spot spot, String account, Card card)
      throws ChatException, InterruptedException {
    if (spot.channel().startsWith(ALONE)) {
      aloud(spot, card);
    }
  }

  @Override
  public String aloud(Spot spot, Card card) throws ChatException, InterruptedException {
    String address =
        spot.ticket()
            .filter(api::isOwn)
            .orElseThrow(() -> new ChatException("DingTalk gave no address to answer by."));
    String title = card.summary().replaceAll("\\s+", " ");
    api.say(
        address,
        title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title,
        DingTalkMarkdown.of(card));
    return "";
  }

  @Override
  public void direct(String account, Card card) throws ChatException {
    throw new ChatException("A robot of DingTalk writes to nobody unasked.");
  }

  @Override
  public void instead(Spot spot, String account, Card card)
      throws ChatException, InterruptedException {
    aside(spot, account, card);
  }
}
