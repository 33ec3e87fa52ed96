package dev.gill.surface.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gill.index.IndexUnavailableException;
import dev.gill.surface.Texts;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The tools that agents are offered. */
@Singleton
class Tools {
  private final List<Tool> tools;
  private final ObjectMapper json;

  @Inject
  Tools(
      AskTool ask,
      SearchTool search,
      ReadDocumentTool read,
      RecentChangesTool changes,
      WhoKnowsTool who,
      ObjectMapper json) {
    this.tools = List.of(ask, search, read, changes, who);
    this.json = json;
  }

  /** Those that somebody may use, with what they take. */
  ObjectNode list(Caller caller) {
    Texts t = caller.texts();
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    ArrayNode listed = result.putArray("tools");
    for (Tool tool : tools) {
      if (!caller.rights().contains(tool.needs())) {
        continue;
      }
      ObjectNode each = listed.addObject();
      String title = t.of("mcp." + tool.name() + ".title");
      each.put("name", tool.name());
      each.put("title", title);
      each.put("description", t.of("mcp." + tool.name() + ".description"));
      each.set("inputSchema", tool.parameters(t).node());
      each.putObject("annotations")
          .put("title", title)
          .put("readOnlyHint", true)
          .put("openWorldHint", false);
    }
    return result;
  }

  /** Calls one; what is wrong with its arguments is a result that the model can learn from. */
  ObjectNode call(JsonNode params, Caller caller) throws ProtocolException, InterruptedException {
    Tool tool = named(params.path("name").asText());
    caller.require(tool.needs());
    JsonNode given = params.path("arguments");
    if (!given.isMissingNode() && !given.isNull() && !given.isObject()) {
      throw new ProtocolException(ProtocolException.PARAMS, "mcp.arguments");
    }
    try {
      Tool.Result result = tool.call(new Arguments(given), caller);
      ObjectNode answer = result(result.text(), false);
      answer.set("structuredContent", json.valueToTree(result.structured()));
      return answer;
    } catch (ToolException e) {
      return result(e.sentence(caller.texts()), true);
    } catch (IndexUnavailableException e) {
      return result(caller.texts().of("problem.index"), true);
    }
  }

  private Tool named(String name) throws ProtocolException {
    Optional<Tool> named = tools.stream().filter(tool -> tool.name().equals(name)).findFirst();
    if (named.isEmpty()) {
      throw new ProtocolException(ProtocolException.PARAMS, "mcp.tool", Arguments.echo(name));
    }
    return named.get();
  }

  private static ObjectNode result(String text, boolean isError) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    result.putArray("content").addObject().put("type", "text").put("text", text);
    return result.put("isError", isError);
  }
}
