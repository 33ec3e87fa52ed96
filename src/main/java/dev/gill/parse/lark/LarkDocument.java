package dev.gill.parse.lark;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gill.model.Place;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Format;
import dev.gill.parse.canonical.Limits;
import dev.gill.parse.canonical.Refused;
import java.io.IOException;

/**
 * One document: {@code kind} is {@code docx}, {@code bitable}, {@code sheet} or {@code approval},
 * and beside it stands what the API gave: {@code blocks}; or {@code fields} and {@code records}; or
 * {@code rows} and {@code merges}; or {@code instance}. {@code names} has users by their open id,
 * {@code embedded} the tables within a page by their token, and {@code zone} says in which time
 * zone its dates are meant.
 */
public final class LarkDocument implements Format {
  private static final int MOST_VALUES = 5_000_000;

  @Override
  public void read(byte[] bytes, CanonicalText text) throws IOException {
    JsonNode document = tree(bytes, text.limits());
    String name = document.path("name").asText();
    int number = Math.max(1, document.path("number").asInt());
    switch (document.path("kind").asText()) {
      case "docx" -> new DocxBlocks(text, document).write();
      case "bitable" ->
          new BitableRows(text, document)
              .write(row -> text.at(new Place.Row(number, name, row + 1)));
      case "sheet" -> new SheetValues(document).write(text, number, name);
      case "approval" -> new ApprovalForm(text, document).write();
      default -> throw new IOException("no document of Lark");
    }
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
      JsonNode tree = new ObjectMapper(json).readTree(parser);
      if (tree == null || parser.nextToken() != null) {
        throw new IOException("not one JSON value");
      }
      return tree;
    } catch (StreamConstraintsException e) {
      throw new Refused("The document holds more values than Gill reads; split it.");
    }
  }
}
