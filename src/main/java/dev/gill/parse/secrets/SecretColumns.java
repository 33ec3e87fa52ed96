package dev.gill.parse.secrets;

import dev.gill.model.Block;
import dev.gill.parse.Headed;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cells of a column that is called password, or so. */
final class SecretColumns {
  private static final Pattern NAME =
      Pattern.compile(
          "(?i)(?:[\\p{L} _-]{0,20}[ _-])?(?:password|passwd|passphrase|pwd|pin)|[\\p{IsHan}]{0,4}(?:密码|口令|密碼)");
  private static final Pattern CELL =
      Pattern.compile("\\| ?(?<cell>(?:[^|\\\\]|\\\\.)*?) ?(?=\\|)");

  private SecretColumns() {}

  static void find(String text, List<Headed> blocks, List<Span> found) {
    int column = -1;
    for (Headed block : blocks) {
      if (block.kind() == Block.Kind.HEADING_ROW) {
        column = column(text.substring(block.start(), block.end()));
      } else if (block.kind() != Block.Kind.TABLE_ROW) {
        column = -1;
      } else if (column >= 0) {
        cell(text, block, column, found);
      }
    }
  }

  private static int column(String row) {
    Matcher cells = CELL.matcher(row);
    for (int i = 0; cells.find(); i++) {
      if (NAME.matcher(cells.group("cell").strip()).matches()) {
        return i;
      }
    }
    return -1;
  }

  private static void cell(String text, Headed row, int column, List<Span> found) {
    Matcher cells = CELL.matcher(text).region(row.start(), row.end());
    for (int i = 0; cells.find(); i++) {
      String cell = cells.group("cell");
      if (i == column && (Values.password(cell.strip()) || Values.number(cell.strip()))) {
        found.add(new Span(cells.start("cell"), cells.end("cell")));
      }
    }
  }
}
