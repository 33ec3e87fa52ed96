package dev.gill.parse.office;

import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import dev.gill.parse.canonical.Refused;
import dev.gill.parse.xml.XmlTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * The texts of a diagram (SmartArt) in the order that its connections give: a list, with what hangs
 * on a text below it.
 */
public final class DiagramText {
  private record Link(String to, int order) {}

  private final CanonicalText text;
  private final Map<String, Element> points = new LinkedHashMap<>();
  private final Map<String, List<Link>> links = new HashMap<>();
  private final Set<String> seen = new HashSet<>();

  public DiagramText(CanonicalText text) {
    this.text = text;
  }

  /** Writes the diagram of a data part's tree. */
  public void write(Element root) {
    XmlTree.all(root, "pt").forEach(point -> points.put(XmlTree.value(point, "modelId"), point));
    for (Element link : XmlTree.all(root, "cxn")) {
      String type = XmlTree.value(link, "type");
      if (type.isEmpty() || type.equals("parOf")) {
        String order = XmlTree.value(link, "srcOrd");
        links
            .computeIfAbsent(XmlTree.value(link, "srcId"), from -> new ArrayList<>())
            .add(
                new Link(
                    XmlTree.value(link, "destId"),
                    order.matches("\\d{1,9}") ? Integer.parseInt(order) : 0));
      }
    }
    links.values().forEach(list -> list.sort(Comparator.comparingInt(Link::order)));
    text.apart();
    points.forEach(
        (id, point) -> {
          if (XmlTree.value(point, "type").equals("doc")) {
            below(id, 0);
          }
        });
    points.keySet().forEach(id -> point(id, 0));
    text.apart();
  }

  private void below(String id, int depth) {
    if (depth > text.limits().depth()) {
      throw Refused.nested();
    }
    links.getOrDefault(id, List.of()).forEach(link -> point(link.to(), depth));
  }

  private void point(String id, int depth) {
    Element point = points.get(id);
    if (point == null || !seen.add(id)) {
      return;
    }
    boolean written = false;
    for (Element words : XmlTree.children(point, "t")) {
      for (Element paragraph : XmlTree.children(words, "p")) {
        Inline line = DrawingText.line(paragraph, text);
        if (!line.isEmpty()) {
          text.item(depth, "-", line);
          written = true;
        }
      }
    }
    below(id, written ? depth + 1 : depth);
  }
}
