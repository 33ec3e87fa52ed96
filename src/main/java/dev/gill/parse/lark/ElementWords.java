package dev.gill.parse.lark;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Makes lines of the elements of a text: runs of words, mentions, formulas, dates. */
final class ElementWords {
  private final CanonicalText text;
  private final JsonNode names;
  private final Moments moments;

  ElementWords(CanonicalText text, JsonNode document) {
    this.text = text;
    this.names = document.path("names");
    this.moments = Moments.of(document);
  }

  Inline line(JsonNode block) {
    Inline line = new Inline();
    block.path("elements").forEach(element -> add(element, line));
    return line;
  }

  /** The words of runs alone, with their white space. */
  String plain(JsonNode elements) {
    StringBuilder plain = new StringBuilder();
    elements.forEach(element -> plain.append(element.path("text_run").path("content").asText()));
    return plain.toString();
  }

  private void add(JsonNode element, Inline line) {
    if (element.has("text_run")) {
      run(element.path("text_run"), line);
    } else if (element.has("mention_user")) {
      String id = element.path("mention_user").path("user_id").asText();
      line.text("@" + names.path(id).asText("…"));
    } else if (element.has("mention_doc")) {
      linked(element.path("mention_doc"), line);
    } else if (element.has("link_preview")) {
      linked(element.path("link_preview"), line);
    } else if (element.has("equation")) {
      line.text(element.path("equation").path("content").asText().strip());
    } else if (element.has("reminder")) {
      JsonNode reminder = element.path("reminder");
      boolean day = reminder.path("is_whole_day").asBoolean();
      line.text(moments.written(reminder.path("expire_time").asText(), day));
    } else if (element.has("file")) {
      text.leftOut(LeftOut.Kind.ATTACHMENT);
    } else if (element.has("inline_block") || element.has("undefined")) {
      text.leftOut(LeftOut.Kind.OBJECT);
    }
  }

  private void run(JsonNode run, Inline line) {
    JsonNode style = run.path("text_element_style");
    if (style.path("strikethrough").asBoolean()) {
      text.leftOut(LeftOut.Kind.STRUCK);
      line.omitted();
      return;
    }
    String[] lines = run.path("content").asText().split("\\R", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        line.lineBreak();
      }
      line.text(lines[i]);
    }
    if (style.has("link")) {
      line.target(decoded(style.path("link").path("url").asText()));
    }
  }

  private static void linked(JsonNode mention, Inline line) {
    line.text(mention.path("title").asText()).target(decoded(mention.path("url").asText()));
  }

  /** The API gives addresses with percents in front of everything that is no letter. */
  private static String decoded(String url) {
    try {
      return url.contains("://")
          ? url
          : URLDecoder.decode(url.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return url;
    }
  }
}
