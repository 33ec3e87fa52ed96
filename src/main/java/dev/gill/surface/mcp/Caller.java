package dev.gill.surface.mcp;

import dev.gill.model.Language;
import dev.gill.model.Reader;
import dev.gill.surface.Languages;
import dev.gill.surface.Right;
import dev.gill.surface.Texts;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * On whose behalf an agent calls.
 *
 * @param rights what it may do besides
 * @param accepted the languages that it accepts; null if it does not say
 * @param here where this Gill was reached
 */
record Caller(Reader reader, Set<Right> rights, String accepted, URI here, Languages languages) {
  /**
   * Refuses what it may not do.
   *
   * @throws ProtocolException if it has no such right
   */
  void require(Right right) throws ProtocolException {
    if (!rights.contains(right)) {
      String key = "problem.right." + right.name().toLowerCase(Locale.ROOT);
      throw new ProtocolException(ProtocolException.REQUEST, key);
    }
  }

  /** What Gill says of itself. */
  Texts texts() {
    return languages.of(accepted);
  }

  /** What it says of something that was asked: in the asker's language, else in the text's own. */
  Texts texts(String asked) {
    return languages.of(accepted == null ? Language.of(asked).code() : accepted);
  }
}
