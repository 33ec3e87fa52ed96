package dev.gill.parse.lark;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Walks the blocks of a page. Each block has an id, which its place in the page is known by. */
final class DocxBlocks {
  private static final int HEADINGS = 9;

  /** What the page lists of other pages, or of itself. */
  private static final Set<String> NAVIGATION = Set.of("wiki_catalog", "sub_page_list");

  private final CanonicalText text;
  private final JsonNode document;
  private final ElementWords words;
  private final Map<String, JsonNode> blocks = new HashMap<>();
  private final Set<String> open = new HashSet<>();

  DocxBlocks(CanonicalText text, JsonNode document) {
    this.text = text;
    this.document = document;
    this.words = new ElementWords(text, document);
    document.path("blocks").forEach(block -> blocks.put(block.path("block_id").asText(), block));
  }

  void write() {
    for (JsonNode block : document.path("blocks")) {
      if (block.has("page")) {
        text.title(words.plain(block.path("page").path("elements")));
        children(block, 0);
      }
    }
  }

  /** The blocks within a block; one that says it holds itself is read once. */
  private void children(JsonNode block, int depth) {
    String id = block.path("block_id").asText();
    if (open.add(id)) {
      int number = 0;
      for (JsonNode child : block.path("children")) {
        JsonNode found = blocks.get(child.asText());
        if (found != null) {
          number = found.has("ordered") ? number(found.path("ordered"), number) : 0;
          write(found, depth, number);
        }
      }
      open.remove(id);
    }
  }

  private static int number(JsonNode ordered, int before) {
    String sequence = ordered.path("style").path("sequence").asText();
    return sequence.matches("\\d{1,6}") ? Integer.parseInt(sequence) : before + 1;
  }

  private void write(JsonNode block, int depth, int number) {
    text.section(block.path("block_id").asText());
    int heading = heading(block);
    if (heading > 0) {
      text.heading(heading, words.line(block.path("heading" + heading)));
      children(block, depth);
    } else if (block.has("bullet")) {
      item(block, "bullet", "-", depth);
    } else if (block.has("ordered")) {
      item(block, "ordered", number + ".", depth);
    } else if (block.has("todo")) {
      boolean done = block.path("todo").path("style").path("done").asBoolean();
      item(block, "todo", done ? "[x]" : "[ ]", depth);
    } else if (block.has("code")) {
      code(block.path("code"));
    } else if (block.has("table")) {
      new DocxTable(text, words, blocks).write(block.path("table"));
    } else {
      other(block, depth);
    }
  }

  private static int heading(JsonNode block) {
    return IntStream.rangeClosed(1, HEADINGS)
        .filter(level -> block.has("heading" + level))
        .findFirst()
        .orElse(0);
  }

  private void item(JsonNode block, String kind, String marker, int depth) {
    text.item(depth, marker, words.line(block.path(kind)));
    children(block, depth + 1);
  }

  private void code(JsonNode code) {
    List<String> lines = Arrays.asList(words.plain(code.path("elements")).split("\\R", -1));
    text.code(CodeLanguage.name(code.path("style").path("language").asInt()), lines, 0);
  }

  private void other(JsonNode block, int depth) {
    for (String kind : List.of("text", "quote", "equation")) {
      if (block.has(kind)) {
        text.paragraph(words.line(block.path(kind)));
        children(block, depth);
        return;
      }
    }
    if (block.has("sheet") || block.has("bitable")) {
      embedded(block);
    } else if (block.has("image")) {
      picture(block.path("image").path("caption"));
    } else if (block.has("file")) {
      text.paragraph(Inline.of(block.path("file").path("name").asText()));
      text.leftOut(LeftOut.Kind.ATTACHMENT);
    } else if (NAVIGATION.stream().anyMatch(block::has)) {
      text.leftOut(LeftOut.Kind.CONTENTS);
    } else if (block.has("link_preview")) {
      text.paragraph(new Inline().target(block.path("link_preview").path("url").asText()));
    } else if (block.has("jira_issue")) {
      text.paragraph(Inline.of(block.path("jira_issue").path("key").asText()));
    } else if (!block.path("children").isEmpty()) {
      children(block, depth);
    } else if (!block.has("divider")) {
      text.leftOut(LeftOut.Kind.OBJECT);
    }
  }

  private void picture(JsonNode caption) {
    String said = caption.path("content").asText().strip();
    if (said.isEmpty()) {
      text.leftOut(LeftOut.Kind.PICTURE);
    } else {
      text.paragraph(Inline.of(said));
    }
  }

  /** A table that lies in another document and shows in this one. */
  private void embedded(JsonNode block) {
    String id = block.path("block_id").asText();
    String token =
        block.path("sheet").path("token").asText(block.path("bitable").path("token").asText());
    JsonNode table = document.path("embedded").path(token);
    switch (table.path("kind").asText()) {
      case "bitable" -> new BitableRows(text, table).write(_ -> text.section(id));
      case "sheet" -> new SheetValues(table).write(text, _ -> text.section(id));
      default -> text.leftOut(LeftOut.Kind.OBJECT);
    }
  }
}
