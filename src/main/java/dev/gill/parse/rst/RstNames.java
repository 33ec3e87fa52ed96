package dev.gill.parse.rst;

import java.util.Set;

/** What the directives of reStructuredText and of Sphinx are called, by what is read of them. */
final class RstNames {
  static final Set<String> CODE =
      Set.of("code", "code-block", "sourcecode", "parsed-literal", "prompt", "console");
  static final Set<String> UNSEEN =
      Set.of(
          "index",
          "meta",
          "highlight",
          "default-role",
          "currentmodule",
          "py:currentmodule",
          "js:currentmodule",
          "namespace",
          "c:namespace",
          "cpp:namespace",
          "program",
          "sectnum",
          "role",
          "tabularcolumns");
  static final Set<String> VERBATIM =
      Set.of("math", "productionlist", "doctest", "testcode", "testoutput", "ipython");

  /** What is drawn from a description in the source. */
  static final Set<String> DRAWN =
      Set.of("graphviz", "graph", "digraph", "inheritance-diagram", "uml", "plantuml", "mermaid");

  /** Directives with an argument that is no signature. */
  static final Set<String> PROSE =
      Set.of(
          "image",
          "figure",
          "only",
          "glossary",
          "autosummary",
          "cssclass",
          "contents",
          "toctree",
          "table",
          "list-table",
          "csv-table",
          "container",
          "class",
          "rst-class",
          "ifconfig",
          "tab",
          "tab-item",
          "dropdown",
          "details");

  static final Set<String> ELSEWHERE = Set.of("include", "literalinclude", "raw");
  static final Set<String> ADMONITIONS =
      Set.of(
          "note",
          "warning",
          "tip",
          "important",
          "caution",
          "hint",
          "danger",
          "attention",
          "error",
          "seealso",
          "todo");

  private RstNames() {}

  /** Whether it describes an object of a program: its argument is a signature, or several. */
  static boolean isDescription(String name) {
    boolean known =
        UNSEEN.contains(name)
            || CODE.contains(name)
            || VERBATIM.contains(name)
            || DRAWN.contains(name)
            || ELSEWHERE.contains(name)
            || ADMONITIONS.contains(name)
            || PROSE.contains(name);
    return !known && !isVersion(name);
  }

  static boolean isVersion(String name) {
    return name.startsWith("version") || name.equals("deprecated");
  }

  /** What is only for the web page applies; other forms and tags that nobody set do not. */
  static boolean isShown(String condition) {
    boolean any = false;
    for (String alternative : condition.split("\\bor\\b")) {
      boolean all = true;
      for (String part : alternative.split("\\band\\b")) {
        String tag = part.replaceAll("[()]", " ").strip();
        boolean not = tag.startsWith("not ");
        all &= tag.replaceFirst("^not ", "").strip().equals("html") != not;
      }
      any |= all;
    }
    return any;
  }
}
