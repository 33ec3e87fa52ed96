package dev.gill.parse.office.word;

import dev.gill.parse.xml.XmlNode;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A formula of Office Open XML (ECMA-376, 22.1) in one line. */
final class MathText {
  private static final Pattern COMPOUND = Pattern.compile(".*[\\s+\\-−–±·×÷/=,;].*");

  private MathText() {}

  static String of(XmlNode node) {
    return switch (node.name()) {
      case "m:r" -> runs(node);
      case "m:f" -> fraction(node);
      case "m:sSup" -> group(part(node, "m:e")) + "^" + group(part(node, "m:sup"));
      case "m:sSub" -> part(node, "m:e") + "_" + group(part(node, "m:sub"));
      case "m:sSubSup" ->
          part(node, "m:e") + "_" + group(part(node, "m:sub")) + "^" + group(part(node, "m:sup"));
      case "m:sPre" -> script("_", node, "m:sub") + script("^", node, "m:sup") + part(node, "m:e");
      case "m:rad" -> root(node);
      case "m:nary" -> series(node);
      case "m:d" -> delimited(node);
      case "m:func" -> function(node);
      case "m:limLow" -> part(node, "m:e") + "_" + group(part(node, "m:lim"));
      case "m:limUpp" -> part(node, "m:e") + "^" + group(part(node, "m:lim"));
      case "m:m" -> "[" + joined(node.all("m:mr"), "; ") + "]";
      case "m:mr" -> joined(node.all("m:e"), ", ");
      case "m:eqArr" -> joined(node.all("m:e"), "; ");
      case "m:oMathPara" -> joined(node.all("m:oMath"), "; ");
      case "w:del", "w:moveFrom" -> "";
      default -> node.name().endsWith("Pr") ? "" : joined(node.children(), "");
    };
  }

  private static String runs(XmlNode run) {
    if (run.at("w:rPr", "w:del").exists() || run.at("w:rPr", "w:moveFrom").exists()) {
      return "";
    }
    return run.all("m:t").stream().map(XmlNode::text).collect(Collectors.joining());
  }

  private static String joined(List<XmlNode> nodes, String between) {
    return nodes.stream().map(MathText::of).collect(Collectors.joining(between));
  }

  private static String part(XmlNode node, String name) {
    return of(node.at(name)).strip();
  }

  /** In parentheses if it is more than one operand. */
  private static String group(String operand) {
    boolean whole = operand.startsWith("(") && operand.indexOf(')') == operand.length() - 1;
    return !whole && COMPOUND.matcher(operand).matches() ? "(" + operand + ")" : operand;
  }

  private static String fraction(XmlNode node) {
    String above = part(node, "m:num");
    String below = part(node, "m:den");
    return node.at("m:fPr", "m:type").attr("m:val").equals("noBar")
        ? above + "; " + below
        : group(above) + "/" + group(below);
  }

  private static String script(String sign, XmlNode node, String name) {
    String words = part(node, name);
    return words.isEmpty() ? "" : sign + group(words);
  }

  private static String root(XmlNode node) {
    String degree = part(node, "m:deg");
    String operand = part(node, "m:e");
    return degree.isEmpty() ? "√(" + operand + ")" : "root(" + degree + ", " + operand + ")";
  }

  private static String series(XmlNode node) {
    XmlNode sign = node.at("m:naryPr", "m:chr");
    return (sign.exists() ? sign.attr("m:val") : "∫")
        + script("_", node, "m:sub")
        + script("^", node, "m:sup")
        + " "
        + part(node, "m:e");
  }

  private static String delimited(XmlNode node) {
    return sign(node, "m:begChr", "(")
        + joined(node.all("m:e"), sign(node, "m:sepChr", "|"))
        + sign(node, "m:endChr", ")");
  }

  private static String sign(XmlNode node, String name, String usual) {
    XmlNode sign = node.at("m:dPr", name);
    return sign.exists() ? sign.attr("m:val") : usual;
  }

  private static String function(XmlNode node) {
    String operand = group(part(node, "m:e"));
    return part(node, "m:fName") + (operand.startsWith("(") ? "" : " ") + operand;
  }
}
