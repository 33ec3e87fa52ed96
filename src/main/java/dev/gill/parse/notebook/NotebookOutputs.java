package dev.gill.parse.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.charset.TextDecoder;
import dev.gill.parse.html.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Writes what the code of a notebook printed: tables as tables, text briefly. */
final class NotebookOutputs {
  /** Lines and UTF-16 units of an output that are read. */
  private static final int MOST_LINES = 20;

  private static final int MOST_CHARS = 2000;
  private static final int LONGEST_TABLE = 200_000;

  /** Colours and movements of the cursor. */
  private static final Pattern ESCAPES = Pattern.compile("\u001b\\[[0-9;?]*[A-Za-z]");

  private final CanonicalText text;
  private final Consumer<List<String>> markdown;

  NotebookOutputs(CanonicalText text, Consumer<List<String>> markdown) {
    this.text = text;
    this.markdown = markdown;
  }

  void write(JsonNode outputs) {
    StringBuilder printed = new StringBuilder();
    for (JsonNode output : outputs) {
      String type = output.path("output_type").asText();
      if (type.equals("stream")) {
        printed.append(NotebookCells.words(output.path("text")));
        continue;
      }
      flush(printed);
      switch (type) {
        case "error", "pyerr" -> failure(output);
        case "execute_result", "display_data", "pyout", "update_display_data" ->
            data(output.has("data") ? output.path("data") : output);
        default -> text.leftOut(LeftOut.Kind.OBJECT);
      }
    }
    flush(printed);
  }

  private void flush(StringBuilder printed) {
    printed(printed.toString());
    printed.setLength(0);
  }

  private void failure(JsonNode output) {
    String name = NotebookCells.words(output.path("ename"));
    printed(name + ": " + NotebookCells.words(output.path("evalue")));
    text.leftOut(LeftOut.Kind.OUTPUT, output.path("traceback").isEmpty() ? 0 : 1);
  }

  /** The same result comes in several forms; the one that says most is read. */
  private void data(JsonNode data) {
    String html = any(data, "text/html", "html");
    String plain = any(data, "text/plain", "text");
    String prose = any(data, "text/markdown");
    boolean picture = has(data, "image/", "png", "jpeg", "svg");
    if (html.contains("<table") && html.length() <= LONGEST_TABLE) {
      Html.fragment(html, text);
    } else if (!prose.isBlank()) {
      markdown.accept(TextDecoder.lines(prose));
    } else if (picture) {
      text.leftOut(LeftOut.Kind.PICTURE);
    } else if (has(data, "application/vnd.", "application/javascript")) {
      text.leftOut(LeftOut.Kind.OBJECT);
    } else if (!plain.isBlank()) {
      printed(plain);
    } else if (!html.isBlank()) {
      Html.fragment(html, text);
    } else {
      printed(any(data, "text/latex", "latex", "application/json", "json"));
    }
  }

  private static String any(JsonNode data, String... names) {
    for (String name : names) {
      String words = NotebookCells.words(data.path(name));
      if (!words.isBlank()) {
        return words;
      }
    }
    return "";
  }

  private static boolean has(JsonNode data, String... beginnings) {
    return data.propertyStream()
        .map(Map.Entry::getKey)
        .anyMatch(name -> List.of(beginnings).stream().anyMatch(name::startsWith));
  }

  private void printed(String words) {
    List<String> lines = new ArrayList<>();
    int chars = 0;
    boolean cut = false;
    for (String line : ESCAPES.matcher(words).replaceAll("").split("\n")) {
      String last = line.substring(line.stripTrailing().lastIndexOf('\r') + 1).stripTrailing();
      chars += last.length();
      cut |= lines.size() >= MOST_LINES || chars > MOST_CHARS;
      if (cut) {
        break;
      }
      lines.add(last);
    }
    text.code("", lines, 0);
    text.leftOut(LeftOut.Kind.OUTPUT, cut ? 1 : 0);
  }
}
