package dev.gill.source.chat;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** The reading of one room of a chat that is asked room by room. One thread at a time. */
public interface RoomReading {
  /**
   * Goes on with what is kept; if that is not what was kept here last, from there anew.
   *
   * @param archived empty if nothing is kept
   * @param plain makes of a message what may be kept of it
   */
  void goOn(Optional<Kept> archived, UnaryOperator<Post> plain);

  /** What is to be kept; empty if that is as it was. */
  Optional<Kept> news();

  /** That was kept as this. */
  void isKept(Kept now);

  /** What is kept. */
  Kept kept();

  /** Whether it was read to its beginning once. */
  boolean whole();

  /** Whether something said that it is worth while to read. */
  boolean pressed();
}
