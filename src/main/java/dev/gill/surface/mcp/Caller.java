package dev.gill.surface.mcp;

import dev.gill.model.Language;
import dev.gill.model.Reader;
import dev.gill.surface.Languages;
import dev.gill.surface.Texts;
import java.net.URI;

/**
 * On whose behalf an agent calls.
 *
 * @param accepted the languages that it accepts; null if it does not say
 * @param here where this Gill was reached
 */
record Caller(Reader reader, String accepted, URI here, Languages languages) {
  /** What Gill says of itself. */
  Texts texts() {
    return languages.of(accepted);
  }

  /** What it says of something that was asked: in the asker's language, else in the text's own. */
  Texts texts(String asked) {
    return languages.of(accepted == null ? Language.of(asked).code() : accepted);
  }
}
