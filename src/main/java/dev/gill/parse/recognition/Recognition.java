package dev.gill.parse.recognition;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;

/** Reads the words that pictures show. Safe for use by several threads. */
public interface Recognition {
  /** Reads nothing. */
  Recognition NONE =
      new Recognition() {
        @Override
        public boolean isThere() {
          return false;
        }

        @Override
        public List<RecognizedLine> lines(BufferedImage picture) {
          return List.of();
        }
      };

  /** Whether pictures can be read here. */
  boolean isThere();

  /**
   * The lines of text that a picture shows, in reading order; empty if it shows none.
   *
   * @throws IOException if they cannot be read, or not in time
   */
  List<RecognizedLine> lines(BufferedImage picture) throws IOException;
}
