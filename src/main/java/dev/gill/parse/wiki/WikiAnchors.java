package dev.gill.parse.wiki;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;

/**
 * The ids that MediaWiki gives to headings in its mode {@code html5}: the words with underscores
 * for spaces, and a number from 2 on where the same words came before.
 */
final class WikiAnchors {
  private final Set<String> given = new HashSet<>();

  /** The id, escaped for an attribute. */
  String of(String title) {
    String words = WikiInline.write(title).replaceAll("<[^>]*>", "");
    String id =
        Parser.unescapeEntities(words, true).replaceAll("[\\s_]+", " ").strip().replace(' ', '_');
    String unique = id;
    for (int i = 2; !given.add(unique.toLowerCase(Locale.ROOT)); i++) {
      unique = id + "_" + i;
    }
    return Entities.escape(unique).replace("\"", "&quot;");
  }
}
