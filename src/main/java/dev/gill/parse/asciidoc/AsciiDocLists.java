package dev.gill.parse.asciidoc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows how deep an AsciiDoc list item is, which its marker alone does not say. */
final class AsciiDocLists {
  private static final Pattern ITEM =
      Pattern.compile("^\\s*(\\*{1,5}|-|\\.{1,5}|\\d{1,3}\\.|<[\\d.]{1,3}>)\\s+(\\S.*)$");

  /** An item; the first one of a list stands apart from the list before it. */
  record Item(int depth, String marker, String words, boolean first) {}

  private final List<String> open = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private boolean attached;

  static boolean isItem(String line) {
    return ITEM.matcher(line).matches();
  }

  Item item(String line) {
    Matcher matcher = ITEM.matcher(line);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a list item: " + line);
    }
    String kind = matcher.group(1).replaceAll("[\\d.]+\\.$|\\d+", "1");
    if (matcher.group(1).startsWith(".")) {
      kind = matcher.group(1);
    }
    boolean first = open.isEmpty();
    int at = open.indexOf(kind);
    if (at < 0) {
      open.add(kind);
      numbers.put(kind, 0);
    } else {
      open.subList(at + 1, open.size()).clear();
    }
    int number = numbers.merge(kind, 1, Integer::sum);
    boolean bullet = kind.startsWith("*") || kind.equals("-");
    attached = false;
    return new Item(open.size() - 1, bullet ? "-" : number + ".", matcher.group(2), first);
  }

  /** The next paragraph belongs to the item before it. */
  void attach() {
    attached = true;
  }

  /** A paragraph ends the list unless it belongs to an item. */
  void paragraph() {
    if (!attached) {
      end();
    }
    attached = false;
  }

  void end() {
    open.clear();
  }
}
