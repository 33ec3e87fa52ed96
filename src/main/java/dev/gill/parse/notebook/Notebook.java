package dev.gill.parse.notebook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Format;
import dev.gill.parse.canonical.Limits;
import dev.gill.parse.canonical.Refused;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Jupyter notebooks of nbformat 3 and 4 (<a
 * href="https://nbformat.readthedocs.io/en/latest/format_description.html">description</a>). The
 * lines of a cell are no lines of the file, so there are no places.
 */
public final class Notebook implements Format {
  private static final int OLDEST = 3;

  /** Values that the tree of a notebook may hold. */
  private static final int MOST_VALUES = 2_000_000;

  @Override
  public void read(byte[] bytes, CanonicalText text) throws IOException {
    JsonNode notebook = tree(bytes, text.limits());
    List<JsonNode> cells = cells(notebook);
    JsonNode metadata = notebook.path("metadata");
    text.page();
    text.title(metadata.path("title").asText());
    text.author(
        metadata
            .path("authors")
            .valueStream()
            .map(author -> author.isTextual() ? author.asText() : author.path("name").asText())
            .filter(name -> !name.isBlank())
            .collect(Collectors.joining(", ")));
    new NotebookCells(text, language(metadata)).write(cells);
    text.titleFromHeading();
    text.title(metadata.path("name").asText());
  }

  private static JsonNode tree(byte[] bytes, Limits limits) throws IOException {
    StreamReadConstraints constraints =
        StreamReadConstraints.builder()
            .maxNestingDepth(limits.depth())
            .maxStringLength(limits.inputBytes())
            .maxTokenCount(MOST_VALUES)
            .build();
    JsonFactory json = JsonFactory.builder().streamReadConstraints(constraints).build();
    try (JsonParser parser = json.createParser(bytes)) {
      JsonNode notebook = new ObjectMapper(json).readTree(parser);
      if (notebook == null || parser.nextToken() != null) {
        throw new IOException("not one JSON value");
      }
      return notebook;
    } catch (StreamConstraintsException e) {
      throw e.getMessage().contains("nesting depth")
          ? Refused.nested()
          : new Refused(
              "The notebook holds more values than Gill reads; clear its outputs or split it.");
    }
  }

  private static List<JsonNode> cells(JsonNode notebook) {
    int version = notebook.path("nbformat").asInt(OLDEST);
    if (version < OLDEST) {
      throw new Refused(
          "The notebook is of nbformat %d; open it in Jupyter and save it anew."
              .formatted(version));
    }
    List<JsonNode> cells = new ArrayList<>();
    notebook.path("cells").forEach(cells::add);
    notebook.path("worksheets").forEach(sheet -> sheet.path("cells").forEach(cells::add));
    if (cells.isEmpty() && !notebook.path("cells").isArray()) {
      throw new Refused(
          "The file holds no cells, although its name says that it is a notebook; save it anew.");
    }
    return cells;
  }

  private static String language(JsonNode metadata) {
    String kernel = metadata.path("kernelspec").path("language").asText();
    String language = metadata.path("language_info").path("name").asText(kernel);
    return NotebookCells.isLanguage(language) ? language : "";
  }
}
