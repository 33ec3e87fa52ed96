package dev.gill.parse.office.opendocument;

import dev.gill.parse.xml.XmlNode;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A formula of MathML in one line. */
final class MathMl {
  private static final Pattern COMPOUND = Pattern.compile(".*[\\s+\\-−–±·×÷/=,;].*");

  private MathMl() {}

  static String of(XmlNode node) {
    List<XmlNode> parts =
        node.children().stream().filter(child -> !child.name().endsWith("annotation")).toList();
    return switch (node.name().replaceFirst(".*:", "")) {
      case XmlNode.WORDS -> node.text().strip().replaceAll("\\s+", " ");
      case "mo" -> operator(joined(parts, ""));
      case "mfrac" -> group(part(parts, 0)) + "/" + group(part(parts, 1));
      case "msup", "mover" -> group(part(parts, 0)) + "^" + group(part(parts, 1));
      case "msub", "munder" -> part(parts, 0) + "_" + group(part(parts, 1));
      case "msubsup", "munderover" ->
          part(parts, 0) + "_" + group(part(parts, 1)) + "^" + group(part(parts, 2));
      case "msqrt" -> "√(" + joined(parts, "") + ")";
      case "mroot" -> "root(" + part(parts, 1) + ", " + part(parts, 0) + ")";
      case "mfenced" -> "(" + joined(parts, ", ") + ")";
      case "mtable" -> joined(parts, "; ");
      case "mtr" -> joined(parts, ", ");
      case "mspace" -> " ";
      default -> joined(parts, "");
    };
  }

  private static String operator(String sign) {
    return sign.matches("[=+\\-−×÷<>≤≥≈≠±]") ? " " + sign + " " : sign;
  }

  private static String joined(List<XmlNode> parts, String between) {
    return parts.stream().map(MathMl::of).collect(Collectors.joining(between));
  }

  private static String part(List<XmlNode> parts, int index) {
    return index < parts.size() ? of(parts.get(index)).strip() : "";
  }

  /** In parentheses if it is more than one operand. */
  private static String group(String operand) {
    boolean whole = operand.startsWith("(") && operand.indexOf(')') == operand.length() - 1;
    return !whole && COMPOUND.matcher(operand).matches() ? "(" + operand + ")" : operand;
  }
}
