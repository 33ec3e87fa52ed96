package dev.gill.parse;

import dev.gill.model.Block;
import dev.gill.model.Chunk;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** For tests: the structure that a parser would have told of a piece of canonical text. */
public final class Canonical {
  private static final Pattern ITEM = Pattern.compile("(?:-|\\d+[.]) .*");
  private static final Pattern ROW = Pattern.compile("\\|.*\\|");
  private static final Pattern HEADING = Pattern.compile("#{1,6} .*");
  private static final Pattern FENCE = Pattern.compile("`{3,}[^`]*");

  private Canonical() {}

  /** Stands before a text that was cut from within code. */
  private static final String OPENING = "```\n";

  /** A chunk of that text alone. */
  public static Chunk chunk(String text) {
    int end = text.indexOf("\n```");
    boolean cut = end > 0 && text.charAt(end - 1) != '\n' && !text.startsWith("`");
    String before = cut ? OPENING : "";
    return Chunk.of(before.length(), text, List.of(), "", blocks(before + text), List.of());
  }

  /** Line by line. */
  public static List<Block> blocks(String text) {
    List<Block> blocks = new ArrayList<>();
    String fence = "";
    int code = 0;
    int at = 0;
    for (String line : text.split("\n", -1)) {
      int start = at + line.length() - line.stripLeading().length();
      int end = at + line.length();
      if (!fence.isEmpty()) {
        if (line.equals(fence)) {
          blocks.add(new Block(Block.Kind.CODE, code, end));
          fence = "";
        }
      } else if (FENCE.matcher(line).matches()) {
        fence = line.replaceAll("[^`]", "");
        code = at;
      } else if (start < end) {
        blocks.add(new Block(kind(line.strip()), start, end));
      }
      at = end + 1;
    }
    if (!fence.isEmpty()) {
      blocks.add(new Block(Block.Kind.CODE, code, text.length()));
    }
    return blocks;
  }

  private static Block.Kind kind(String line) {
    return HEADING.matcher(line).matches()
        ? Block.Kind.HEADING
        : ROW.matcher(line).matches()
            ? Block.Kind.TABLE_ROW
            : ITEM.matcher(line).matches() ? Block.Kind.LIST_ITEM : Block.Kind.PARAGRAPH;
  }
}
