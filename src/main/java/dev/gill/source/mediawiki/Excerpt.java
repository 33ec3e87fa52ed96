package dev.gill.source.mediawiki;

import dev.gill.model.Content;
import dev.gill.source.Change;
import java.nio.charset.StandardCharsets;

/** Shows one page as it would be read, roughly: what is in the index is parsed with more care. */
final class Excerpt {
  private static final int LONGEST = 200;

  private Excerpt() {}

  static String of(Change change) {
    if (change instanceof Change.Upserted up && up.content() instanceof Content.File file) {
      String words =
          new String(file.bytes(), StandardCharsets.UTF_8)
              .replaceAll("(?s)\\{\\|.*?\\|}|<[^>]*>|\\[\\[(?:File|Category):[^\\]]*]]", " ")
              .replaceAll("\\[\\[(?:[^\\]|]*\\|)?([^\\]]*)]]", "$1")
              .replaceAll("'{2,}|={2,}|(?m)^[*#:;]+", "")
              .replaceAll("\\s+", " ")
              .strip();
      return "%s, revision %s by %s of %s, %s begins: %s"
          .formatted(
              up.doc().key(),
              up.revision().replaceFirst("-.*", ""),
              up.origin().author(),
              up.origin().modified(),
              up.origin().link(),
              words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words);
    }
    return "The page that was tried cannot be read.";
  }
}
