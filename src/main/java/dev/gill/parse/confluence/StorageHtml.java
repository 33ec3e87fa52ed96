package dev.gill.parse.confluence;

import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Refused;
import java.util.Set;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Writes what a reader sees of a page in storage format as HTML. */
final class StorageHtml {
  /** Attributes that a reader of the text would notice. */
  private static final Set<String> KEPT =
      Set.of("href", "colspan", "rowspan", "style", "start", "hidden");

  private static final Set<String> VOID = Set.of("br", "hr", "wbr", "col");

  private final StringBuilder out = new StringBuilder();
  private final StorageAnchors anchors;
  private final CanonicalText text;
  private final StorageMacros macros;
  private int depth;

  StorageHtml(StorageAnchors anchors, CanonicalText text) {
    this.anchors = anchors;
    this.text = text;
    this.macros = new StorageMacros(this, text);
  }

  String write(Element storage) {
    children(storage);
    return out.toString();
  }

  void children(Element parent) {
    if (++depth > text.limits().depth()) {
      throw Refused.nested();
    }
    parent.childNodes().forEach(this::node);
    depth--;
  }

  private void node(Node node) {
    if (node instanceof CDataNode data) {
      words(data.getWholeText());
    } else if (node instanceof TextNode words) {
      words(words.getWholeText());
    } else if (node instanceof Element element) {
      element(element);
    }
  }

  private void element(Element element) {
    String name = element.normalName();
    switch (name) {
      case "ac:structured-macro", "ac:macro" -> macros.write(element);
      case "ac:link" -> link(element);
      case "ac:image" -> image(element);
      case "ac:emoticon" -> emoticon(element);
      case "ac:task-list" -> within("ul", element);
      case "ac:task" -> task(element);
      case "ac:adf-extension" -> extension(element);
      case "ac:layout", "ac:layout-section", "ac:layout-cell", "ac:rich-text-body" ->
          within("div", element);
      case "ac:parameter", "ac:placeholder", "ac:plain-text-body", "ac:adf-attribute" -> {}
      case "time" -> words(element.hasText() ? element.text() : element.attr("datetime"));
      case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(name, element);
      default -> {
        if (name.startsWith("ac:")) {
          children(element);
        } else if (!name.startsWith("ri:")) {
          plain(name, element);
        }
      }
    }
  }

  private void plain(String name, Element element) {
    out.append('<').append(name);
    element.attributes().asList().stream()
        .filter(attribute -> KEPT.contains(attribute.getKey()))
        .forEach(attribute -> attribute(attribute.getKey(), attribute.getValue()));
    out.append('>');
    if (!VOID.contains(name)) {
      children(element);
      out.append("</").append(name).append('>');
    }
  }

  private void heading(String name, Element heading) {
    int begin = out.length();
    children(heading);
    String inner = out.substring(begin);
    out.setLength(begin);
    String words = org.jsoup.Jsoup.parseBodyFragment(inner).text();
    out.append('<').append(name);
    attribute("id", anchors.of(words));
    out.append('>').append(inner).append("</").append(name).append('>');
  }

  void within(String tag, Element element) {
    out.append('<').append(tag).append('>');
    children(element);
    out.append("</").append(tag).append('>');
  }

  private void task(Element task) {
    boolean done = StorageMacros.child(task, "ac:task-status").equals("complete");
    out.append("<li>").append(done ? "[x] " : "[ ] ");
    task.children().stream()
        .filter(part -> part.normalName().equals("ac:task-body"))
        .forEach(this::children);
    out.append("</li>");
  }

  /** What the editor of Cloud adds to the format, which says how others are to show it. */
  private void extension(Element extension) {
    Element fallback = extension.selectFirst("> ac|adf-fallback");
    out.append("<div>");
    if (fallback != null && fallback.hasText()) {
      children(fallback);
    } else {
      extension.select("ac|adf-content").forEach(this::children);
    }
    out.append("</div>");
  }

  private void link(Element link) {
    for (Element part : link.children()) {
      if (part.normalName().equals("ac:link-body")) {
        children(part);
        return;
      }
      if (part.normalName().equals("ac:plain-text-link-body") && part.hasText()) {
        words(part.wholeText());
        return;
      }
    }
    words(StorageMacros.named(link).orElse(link.attr("ac:anchor")));
  }

  private void image(Element image) {
    out.append("<img");
    attribute("src", "picture");
    attribute("alt", image.attr("ac:alt"));
    out.append('>');
    image.children().stream()
        .filter(part -> part.normalName().equals("ac:caption"))
        .forEach(caption -> within("div", caption));
  }

  private void emoticon(Element sign) {
    String shown = sign.attr("ac:emoji-fallback");
    words(
        !shown.isEmpty() && !shown.startsWith(":")
            ? shown
            : switch (sign.attr("ac:name")) {
              case "tick" -> "✔";
              case "cross" -> "✘";
              case "warning" -> "⚠";
              case "information" -> "ℹ";
              case "question" -> "❓";
              case "plus" -> "+";
              case "minus" -> "−";
              default -> "";
            });
  }

  void words(String words) {
    out.append(Entities.escape(words));
  }

  /** Parts what stands apart on the page, such as a label, from a word right before it. */
  void apart() {
    if (!out.isEmpty() && Character.isLetterOrDigit(out.charAt(out.length() - 1))) {
      out.append(' ');
    }
  }

  void raw(String html) {
    out.append(html);
  }

  void attribute(String name, String value) {
    out.append(' ').append(name).append("=\"");
    out.append(Entities.escape(value).replace("\"", "&quot;")).append('"');
  }
}
