package dev.gill.source.mediawiki;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gill.model.Content;
import dev.gill.model.DocId;
import dev.gill.model.Origin;
import dev.gill.model.Scope;
import dev.gill.source.Change;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes of a page as the API gives it what is reported. */
record PageChange(MediaWikiSettings settings, Site site) {
  private static final Pattern SPACE = Pattern.compile("\\[\\[\\s*([^\\[\\]|:\\n]{1,60}?)\\s*:");
  private static final Pattern CATEGORIES = Pattern.compile("\\[\\[Category:[^\\]]*]]");

  /** Empty if the page says nothing. */
  Optional<Change> of(PageReader.Outcome.Found found) {
    JsonNode revision = found.page().path("revisions").path(0);
    JsonNode content =
        revision.has("content")
            ? revision.path("content")
            : revision.path("slots").path("main").path("content");
    if (!content.isTextual()) {
      return Optional.of(unreadable(found.title(), found.state().restricted()));
    }
    String text = canonical(content.asText());
    if (CATEGORIES.matcher(text).replaceAll("").isBlank()) {
      return Optional.empty();
    }
    String digest = HexFormat.of().toHexDigits(PageState.hash(text));
    return Optional.of(
        new Change.Upserted(
            doc(found.title()),
            revision.path("revid").asText() + "-" + digest,
            origin(found, revision),
            scope(found.state().restricted()),
            new Content.File("text/x-wiki", found.title(), text.getBytes(StandardCharsets.UTF_8))));
  }

  private static Origin origin(PageReader.Outcome.Found found, JsonNode revision) {
    String link = link(found.page().path("fullurl").asText());
    String asWritten =
        link.isEmpty()
            ? ""
            : link + (link.contains("?") ? "&" : "?") + "oldid=" + revision.path("revid").asLong();
    return new Origin(
            link,
            found.title(),
            revision.path("user").asText(),
            time(revision.path("timestamp").asText()))
        .withRevisionLink(asWritten);
  }

  Change unreadable(String title, boolean restricted) {
    return new Change.Unreadable(
        doc(title),
        scope(restricted),
        "The wiki fails when it is asked for the text of this page: open it there, and look at the wiki's log.");
  }

  DocId doc(String title) {
    return new DocId(settings.id(), title);
  }

  private Scope scope(boolean restricted) {
    return restricted ? settings.restrictedScope() : settings.open();
  }

  /** Names of files and categories in the wiki's language become those that all wikis know. */
  private String canonical(String text) {
    return SPACE
        .matcher(text)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    switch (site.number(match.group(1))) {
                      case Site.FILE -> "[[File:";
                      case Site.CATEGORY -> "[[Category:";
                      default -> match.group();
                    }));
  }

  private static String link(String url) {
    return url.startsWith("https://") || url.startsWith("http://") ? url : "";
  }

  private static Instant time(String written) {
    try {
      return Instant.parse(written);
    } catch (DateTimeException e) {
      return Instant.EPOCH;
    }
  }
}
