package dev.gill.parse.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.TextBlocks;
import dev.gill.parse.charset.TextDecoder;
import dev.gill.parse.html.Html;
import dev.gill.parse.markdown.FrontMatter;
import dev.gill.parse.markdown.Markdown;
import dev.gill.parse.markdown.MarkdownBlocks;
import dev.gill.parse.markdown.MarkdownContents;
import dev.gill.parse.markdown.MarkdownSource;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Node;

/** Writes the cells of a notebook: prose as Markdown, code with what it printed. */
final class NotebookCells {
  private static final Pattern LANGUAGE = Pattern.compile("[\\w+#.-]{1,30}");

  /** A cell that begins so is in another language than the notebook. */
  private static final Pattern MAGIC =
      Pattern.compile(
          "%%(bash|sh|sql|html|javascript|js|latex|perl|ruby|R|python|markdown|svg)\\b.*");

  private final CanonicalText text;
  private final String language;
  private final MarkdownContents contents = new MarkdownContents();
  private final NotebookOutputs outputs;
  private boolean begun;

  NotebookCells(CanonicalText text, String language) {
    this.text = text;
    this.language = language;
    this.outputs = new NotebookOutputs(text, this::markdown);
  }

  static boolean isLanguage(String name) {
    return LANGUAGE.matcher(name).matches();
  }

  void write(List<JsonNode> cells) {
    for (JsonNode cell : cells) {
      if (isMarkdown(cell)) {
        contents.add(parse(lines(cell)));
      }
    }
    cells.forEach(this::cell);
  }

  private static boolean isMarkdown(JsonNode cell) {
    String type = cell.path("cell_type").asText();
    return type.equals("markdown") || type.equals("heading");
  }

  private void cell(JsonNode cell) {
    List<String> lines = lines(cell);
    if (isMarkdown(cell)) {
      markdown(lines);
    } else if (cell.path("cell_type").asText().equals("code")) {
      code(cell, lines);
    } else {
      raw(cell, lines);
    }
    begun = true;
  }

  /** What a cell says; a heading of nbformat 3 as Markdown writes it. */
  private static List<String> lines(JsonNode cell) {
    String source = words(cell.path(cell.has("source") ? "source" : "input"));
    if (cell.path("cell_type").asText().equals("heading")) {
      String marks = "#".repeat(Math.clamp(cell.path("level").asInt(1), 1, 6));
      return List.of(marks + " " + source.replace('\n', ' ').strip());
    }
    return TextDecoder.lines(source);
  }

  /** A text, which may be stored in pieces; empty for anything else. */
  static String words(JsonNode stored) {
    StringBuilder words = new StringBuilder();
    if (stored.isTextual()) {
      words.append(stored.asText());
    } else {
      stored.forEach(piece -> words.append(piece.isTextual() ? piece.asText() : ""));
    }
    return words.toString().replace("\r\n", "\n");
  }

  private Node parse(List<String> lines) {
    Markdown.refuse(lines, text.limits());
    return Markdown.parse(String.join("\n", lines));
  }

  private void markdown(List<String> lines) {
    new MarkdownBlocks(text, MarkdownSource.of(lines), contents).write(parse(lines), () -> {});
    text.apart();
  }

  private void code(JsonNode cell, List<String> lines) {
    Matcher magic = MAGIC.matcher(lines.getFirst());
    String own = cell.path("language").asText(language);
    text.code(magic.matches() ? magic.group(1) : isLanguage(own) ? own : "", lines, 0);
    outputs.write(cell.path("outputs"));
  }

  /** A cell for a converter; the first one may hold the settings of the document. */
  private void raw(JsonNode cell, List<String> lines) {
    FrontMatter front = begun ? FrontMatter.of(List.of("")) : FrontMatter.of(lines);
    front.name(text);
    front.write(text);
    List<String> rest = lines.subList(front.lines(), lines.size());
    String type = cell.path("metadata").path("format").asText();
    type = cell.path("metadata").path("raw_mimetype").asText(type);
    switch (type) {
      case "text/markdown" -> markdown(rest);
      case "text/html" -> Html.fragment(String.join("\n", rest), text);
      case "text/latex" -> text.code("latex", rest, 0);
      case "text/x-python" -> text.code("python", rest, 0);
      default -> new TextBlocks(text, 0).write(rest);
    }
  }
}
