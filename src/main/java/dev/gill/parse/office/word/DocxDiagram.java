package dev.gill.parse.office.word;

import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import dev.gill.parse.canonical.Refused;
import dev.gill.parse.xml.XmlNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a diagram (SmartArt) as the list that it was typed as (ECMA-376, 21.4). */
final class DocxDiagram {
  private record Link(String child, int order) {}

  private final CanonicalText text;
  private final Map<String, XmlNode> points = new HashMap<>();
  private final Map<String, List<Link>> children = new HashMap<>();
  private final Set<String> written = new HashSet<>();

  private DocxDiagram(CanonicalText text) {
    this.text = text;
  }

  /** Writes the model of a diagram's data. */
  static void write(XmlNode model, CanonicalText text) {
    DocxDiagram diagram = new DocxDiagram(text);
    List<String> roots = new ArrayList<>();
    for (XmlNode point : model.at("dgm:ptLst").all("dgm:pt")) {
      diagram.points.put(point.attr("modelId"), point);
      if (point.attr("type").equals("doc")) {
        roots.add(point.attr("modelId"));
      }
    }
    for (XmlNode link : model.at("dgm:cxnLst").all("dgm:cxn")) {
      if (link.attr("type").isEmpty() || link.attr("type").equals("parOf")) {
        diagram
            .children
            .computeIfAbsent(link.attr("srcId"), id -> new ArrayList<>())
            .add(new Link(link.attr("destId"), XmlNode.number(link.attr("srcOrd"), 0)));
      }
    }
    text.apart();
    roots.forEach(root -> diagram.under(root, 0));
    text.apart();
  }

  private void under(String id, int depth) {
    if (depth > text.limits().depth()) {
      throw Refused.nested();
    }
    List<Link> links = new ArrayList<>(children.getOrDefault(id, List.of()));
    links.sort(Comparator.comparingInt(Link::order));
    for (Link link : links) {
      if (written.add(link.child())) {
        String words = words(points.getOrDefault(link.child(), XmlNode.NONE));
        text.item(depth, "-", Inline.of(words));
        under(link.child(), words.isEmpty() ? depth : depth + 1);
      }
    }
  }

  /** Pieces of one paragraph go on, paragraphs are parted. */
  private static String words(XmlNode point) {
    return point.at("dgm:t").all("a:p").stream()
        .map(
            paragraph ->
                paragraph.children().stream()
                    .map(run -> run.name().equals("a:br") ? " " : run.at("a:t").text())
                    .collect(Collectors.joining()))
        .collect(Collectors.joining(" "));
  }
}
