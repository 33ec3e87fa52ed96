package dev.gill.surface.web;

import dev.gill.model.Language;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A question to try, as the page shows it. */
record Suggestion(String question, String encoded, String lang) {
  static Suggestion of(String question) {
    return new Suggestion(
        question,
        URLEncoder.encode(question, StandardCharsets.UTF_8),
        Language.of(question).code());
  }
}
