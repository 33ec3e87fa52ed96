package dev.gill.parse.office.word;

import dev.gill.parse.xml.XmlNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The numbering definitions of a Word document, and how far each has counted. */
final class DocxNumbering {
  private static final int LEVELS = 9;
  private static final int UNUSED = Integer.MIN_VALUE;
  private static final Pattern PLACE = Pattern.compile("%([1-9])");

  /**
   * What is printed before a paragraph.
   *
   * @param text such as {@code 3.1.1} or {@code Step 6:}; empty where nothing is printed
   */
  record Label(String text, boolean bullet) {}

  private final DocxStyles styles;
  private final Map<String, XmlNode> definitions = new HashMap<>();
  private final Map<String, XmlNode> lists = new HashMap<>();
  private final Map<String, DocxLevel[]> levels = new HashMap<>();
  private final Map<String, int[]> counts = new HashMap<>();
  private final Set<String> started = new HashSet<>();

  DocxNumbering(DocxStyles styles) {
    this.styles = styles;
  }

  void add(XmlNode node) {
    switch (node.name()) {
      case "w:abstractNum" -> definitions.put(node.attr("w:abstractNumId"), node);
      case "w:num" -> lists.put(node.attr("w:numId"), node);
      default -> {}
    }
  }

  /** Whether there is a list of this id. */
  boolean has(String list) {
    return lists.containsKey(list);
  }

  /** The level of a list that belongs to a style, the outermost being 0. */
  Optional<Integer> levelOf(String list, String style) {
    DocxLevel[] all = levels(list);
    for (int i = 0; i < LEVELS; i++) {
      if (!style.isEmpty() && all[i].style().equals(style)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /** Counts one paragraph on. */
  Label next(String list, int level) {
    int at = Math.clamp(level, 0, LEVELS - 1);
    DocxLevel[] all = levels(list);
    int[] count = counts.computeIfAbsent(definitionId(list), id -> unused());
    boolean anew = all[at].restarts() && started.add(list + "/" + at);
    count[at] = anew || count[at] == UNUSED ? all[at].start() : count[at] + 1;
    for (int deeper = at + 1; deeper < LEVELS; deeper++) {
      if (all[deeper].restartsAfter(at)) {
        count[deeper] = UNUSED;
      }
    }
    return new Label(printed(all, count, at), all[at].isBullet());
  }

  private static int[] unused() {
    int[] counts = new int[LEVELS];
    Arrays.fill(counts, UNUSED);
    return counts;
  }

  private static String printed(DocxLevel[] levels, int[] counts, int at) {
    return PLACE
        .matcher(levels[at].text())
        .replaceAll(
            place -> {
              int i = Integer.parseInt(place.group(1)) - 1;
              int number = counts[i] == UNUSED ? levels[i].start() : counts[i];
              return levels[at].legal() ? Integer.toString(number) : levels[i].numeral(number);
            })
        .strip();
  }

  private String definitionId(String list) {
    return lists.getOrDefault(list, XmlNode.NONE).at("w:abstractNumId").val();
  }

  private DocxLevel[] levels(String list) {
    DocxLevel[] known = levels.get(list);
    if (known == null) {
      known = read(lists.getOrDefault(list, XmlNode.NONE));
      levels.put(list, known);
    }
    return known;
  }

  private DocxLevel[] read(XmlNode list) {
    DocxLevel[] all = new DocxLevel[LEVELS];
    Arrays.fill(all, DocxLevel.NONE);
    XmlNode definition = definition(list, 0);
    for (XmlNode level : definition.all("w:lvl")) {
      int at = XmlNode.number(level.attr("w:ilvl"), 0);
      if (at >= 0 && at < LEVELS) {
        all[at] = DocxLevel.of(level);
      }
    }
    for (XmlNode override : list.all("w:lvlOverride")) {
      int at = XmlNode.number(override.attr("w:ilvl"), 0);
      if (at >= 0 && at < LEVELS) {
        all[at] = all[at].overridden(override);
      }
    }
    return all;
  }

  /** A definition may lie in the list of a style. */
  private XmlNode definition(XmlNode list, int steps) {
    XmlNode own = definitions.getOrDefault(list.at("w:abstractNumId").val(), XmlNode.NONE);
    String style = own.at("w:numStyleLink").val();
    if (style.isEmpty() || !own.all("w:lvl").isEmpty() || steps > LEVELS) {
      return own;
    }
    String linked = styles.property(style, "w:pPr", "w:numPr", "w:numId").val();
    return definition(lists.getOrDefault(linked, XmlNode.NONE), steps + 1);
  }
}
