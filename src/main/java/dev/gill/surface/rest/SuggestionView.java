package dev.gill.surface.rest;

import dev.gill.index.Section;
import dev.gill.model.Language;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A title or heading that may be meant. */
@Schema(name = "Suggestion", description = "A title or heading that may be meant")
record SuggestionView(
    @Schema(description = "What to ask for", examples = "Restoring the database: Steps")
        String question,
    @Schema(description = "The heading; the title where that is meant", examples = "Steps")
        String text,
    @Schema(
            description = "The title of the document that the heading stands in; empty for a title",
            examples = "Restoring the database")
        String within,
    @Schema(description = "ISO 639-1, of the text", examples = "en") String language,
    @Schema(examples = "handbook") String source) {
  /** The title, if it has the beginning of a word that is typed, else the innermost heading. */
  static SuggestionView of(Section section, String typed) {
    String source = section.head().id().source().name();
    String title = section.head().origin().title();
    if (section.headings().isEmpty()
        || section.headings().getLast().equals(title)
        || has(title, typed)) {
      return new SuggestionView(title, title, "", Language.of(title).code(), source);
    }
    String heading =
        section.headings().reversed().stream()
            .filter(each -> has(each, typed))
            .findFirst()
            .orElse(section.headings().getLast());
    return new SuggestionView(
        title + ": " + heading, heading, title, Language.of(heading).code(), source);
  }

  /** Whether a line has every word that is typed, or its beginning. */
  private static boolean has(String line, String typed) {
    String lower = " " + line.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ");
    for (String word : typed.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
      boolean han = word.codePoints().anyMatch(Character::isIdeographic);
      if (!lower.contains(han ? word : " " + word)) {
        return false;
      }
    }
    return true;
  }
}
