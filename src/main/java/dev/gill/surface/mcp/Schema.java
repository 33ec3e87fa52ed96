package dev.gill.surface.mcp;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A JSON schema of a tool's parameters. */
final class Schema {
  private final ObjectNode schema = JsonNodeFactory.instance.objectNode();
  private final ObjectNode properties;

  Schema() {
    schema.put("type", "object");
    properties = schema.putObject("properties");
  }

  /** A text that must be given. */
  Schema needed(String name, String description) {
    text(name, description);
    schema.withArray("required").add(name);
    return this;
  }

  /** A text that may be given. */
  Schema text(String name, String description) {
    properties.putObject(name).put("type", "string").put("description", description);
    return this;
  }

  /** A whole number that may be given. */
  Schema number(String name, int least, int most, String description) {
    properties
        .putObject(name)
        .put("type", "integer")
        .put("minimum", least)
        .put("maximum", most)
        .put("description", description);
    return this;
  }

  ObjectNode node() {
    schema.put("additionalProperties", false);
    return schema;
  }
}
