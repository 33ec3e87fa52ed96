package dev.gill.answer;

import dev.gill.model.Chunk;
import dev.gill.model.Range;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds messages of a chat by which somebody wants to know or to be helped. They have the words of
 * the next one who wants to know the same, and no answer. What is put as a question to propose
 * something is none of them.
 */
final class Inquiries {
  private static final Pattern ASKS =
      Pattern.compile(
          "[?？][\"'”’)\\]」』）】*_`.!\\s]*$"
              + "|[?？]\\s+\\S*\\s*(?:thanks|thank you|thx|please|谢谢|多谢)"
              + "|\\b(?:can|could|would|does|did|has|is there|if) (?:any|some)(?:one|body|1)\\b"
              + "|\\bany(?:one|body|1) (?:know|knows|here|got|help|tried|else|able|have|seen|can|using)\\b"
              + "|\\b(?:any (?:ideas?|hints?|suggestions?|clues?)|help me|need (?:some |a little )?help|please help|how (?:do|can|would|should) i|what should i|does not work|doesn'?t work|i can'?t (?:get|seem|find|figure)|i have (?:a |an? \\w+ )?(?:problem|trouble|issue))\\b"
              + "|有没有人|有沒有人|谁知道|誰知道|谁能|誰能|请问|請問|求助|怎么办|怎麼辦|帮我看|幫我看",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PROPOSES =
      Pattern.compile(
          "\\b(?:have you tried|did you try|why (?:don'?t|not)|how about|what about|maybe|perhaps|(?<!(?:do|can|could|would|if) )you (?:could|can|should|need|have to)|(?<!\\bi )try(?! to\\b))\\b"
              + "|试试|試試|试过|試過|不如|可以用|要不",
          Pattern.CASE_INSENSITIVE);

  private final List<Said> asking;

  Inquiries(Chunk chunk) {
    asking = Said.in(chunk).stream().filter(said -> asks(said.text())).toList();
  }

  private static boolean asks(String message) {
    return ASKS.matcher(message.strip()).find() && !PROPOSES.matcher(message).find();
  }

  /** Whether a quote begins in such a message. */
  boolean hold(Range quote) {
    return asking.stream().anyMatch(said -> said.holds(quote));
  }
}
