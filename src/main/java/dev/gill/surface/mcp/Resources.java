package dev.gill.surface.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gill.index.DocHead;
import dev.gill.index.StoredDocument;
import dev.gill.model.DocId;
import dev.gill.surface.Texts;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Documents as resources. */
@Singleton
class Resources {
  private static final String TYPE = "text/plain";
  private static final int PAGE = 50;

  /** UTF-16 units of a text that are read at once. */
  private static final int MOST = 32_000;

  private final Library library;

  @Inject
  Resources(Library library) {
    this.library = library;
  }

  /** A page of the documents that may be read. */
  ObjectNode list(JsonNode params, Caller caller) throws ProtocolException {
    Optional<DocId> after =
        params.hasNonNull("cursor")
            ? Optional.of(after(params.path("cursor").asText()))
            : Optional.empty();
    List<DocHead> found = library.page(caller.reader(), after, PAGE + 1);
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    ArrayNode listed = result.putArray("resources");
    found.stream().limit(PAGE).forEach(head -> describe(head, listed.addObject()));
    if (found.size() > PAGE) {
      result.put("nextCursor", cursor(found.get(PAGE - 1)));
    }
    return result;
  }

  private static void describe(DocHead head, ObjectNode resource) {
    resource.put("uri", DocumentUri.of(head.id()));
    resource.put("name", head.id().toString());
    resource.put("title", head.origin().title());
    resource.put("mimeType", TYPE);
    resource.putObject("annotations").put("lastModified", head.origin().modified().toString());
  }

  /** How documents are addressed. */
  ObjectNode templates(Texts t) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    result
        .putArray("resourceTemplates")
        .addObject()
        .put("uriTemplate", DocumentUri.TEMPLATE)
        .put("name", "document")
        .put("title", t.of("mcp.resource.title"))
        .put("description", t.of("mcp.resource.description"))
        .put("mimeType", TYPE);
    return result;
  }

  /** The text of a document, and where the rest of a long one is. */
  ObjectNode read(JsonNode params, Caller caller) throws ProtocolException {
    String written = params.path("uri").asText();
    DocumentUri uri = DocumentUri.parse(written).orElseThrow(() -> unknown(written));
    StoredDocument document =
        library.find(uri.doc(), caller.reader()).orElseThrow(() -> unknown(written));
    String text = document.text();
    if (uri.start() > 0 && uri.start() >= text.length()) {
      throw unknown(written);
    }
    Stretch stretch = Stretch.of(text, uri.start(), (long) uri.start() + MOST);
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    ObjectNode contents = result.putArray("contents").addObject();
    contents.put("uri", written).put("mimeType", TYPE).put("text", stretch.text());
    ObjectNode meta = contents.putObject("_meta");
    meta.put("revision", document.head().revision()).put("length", text.length());
    if (stretch.end() < text.length()) {
      meta.put("next", DocumentUri.of(uri.doc(), stretch.end()));
    }
    return result;
  }

  /** The document that somebody wants to hear of. */
  DocId toFollow(JsonNode params, Caller caller) throws ProtocolException {
    String written = params.path("uri").asText();
    return DocumentUri.parse(written)
        .map(DocumentUri::doc)
        .filter(doc -> library.head(doc, caller.reader()).isPresent())
        .orElseThrow(() -> unknown(written));
  }

  /** Says the same whether there is no such document or none that the reader may know of. */
  private static ProtocolException unknown(String uri) {
    return new ProtocolException(ProtocolException.RESOURCE, "mcp.resource", Arguments.echo(uri));
  }

  private static String cursor(DocHead last) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(last.id().toString().getBytes(StandardCharsets.UTF_8));
  }

  private static DocId after(String cursor) throws ProtocolException {
    try {
      return DocId.parse(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw new ProtocolException(ProtocolException.PARAMS, "mcp.cursor");
    }
  }
}
