package dev.gill.parse.html;

import dev.gill.parse.canonical.Refused;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Writes MathML in one line: {@code (a + b)/c}, {@code x^2}, {@code √(y)}. */
final class HtmlMath {
  private HtmlMath() {}

  static String of(Element math, int depth) {
    if (depth < 0) {
      throw Refused.nested();
    }
    List<Element> parts = math.children();
    return switch (math.normalName()) {
      case "annotation", "annotation-xml" -> "";
      case "mfrac" -> two(parts, "/", depth);
      case "msup" -> two(parts, "^", depth);
      case "msub" -> two(parts, "_", depth);
      case "munder", "mover" -> two(parts, " ", depth);
      case "msubsup", "munderover" ->
          parts.size() == 3
              ? of(parts.get(0), depth - 1)
                  + "_"
                  + grouped(parts.get(1), depth)
                  + "^"
                  + grouped(parts.get(2), depth)
              : all(math, depth);
      case "msqrt" -> "√(" + all(math, depth) + ")";
      case "mroot" ->
          parts.size() == 2
              ? "root(" + of(parts.get(0), depth - 1) + ", " + of(parts.get(1), depth - 1) + ")"
              : all(math, depth);
      case "mo" -> operator(math.text().strip());
      case "mtr" ->
          parts.stream().map(cell -> of(cell, depth - 1)).collect(Collectors.joining(", "));
      case "mtable" ->
          parts.stream().map(row -> of(row, depth - 1)).collect(Collectors.joining("; "));
      default -> all(math, depth);
    };
  }

  private static String two(List<Element> parts, String sign, int depth) {
    return parts.size() == 2
        ? grouped(parts.get(0), depth) + sign + grouped(parts.get(1), depth)
        : parts.stream().map(part -> of(part, depth - 1)).collect(Collectors.joining(" "));
  }

  private static String grouped(Element part, int depth) {
    String words = of(part, depth - 1).strip();
    return words.matches("[\\p{L}\\d.,]*") ? words : "(" + words + ")";
  }

  private static String operator(String sign) {
    return "+-−=<>≤≥≠≈±×·÷→".contains(sign) && !sign.isEmpty() ? " " + sign + " " : sign;
  }

  private static String all(Element parent, int depth) {
    StringBuilder words = new StringBuilder();
    for (Node node : parent.childNodes()) {
      if (node instanceof TextNode text) {
        words.append(text.text().strip());
      } else if (node instanceof Element element) {
        words.append(of(element, depth - 1));
      }
    }
    return words.toString();
  }
}
