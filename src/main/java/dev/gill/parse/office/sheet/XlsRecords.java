package dev.gill.parse.office.sheet;

import dev.gill.parse.canonical.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * The records of a workbook of Excel 97 to 2003, looked through before they become objects many
 * times their size. What the object model does not say is found here too.
 *
 * <p>Numbers and fields of records: [MS-XLS] 2.3 and 2.4.
 */
final class XlsRecords {
  private static final int FORMULA = 0x0006;
  private static final int END = 0x000A;
  private static final int BOUND_SHEET = 0x0085;
  private static final int FILTER_MODE = 0x009B;
  private static final int MUL_RK = 0x00BD;
  private static final int MUL_BLANK = 0x00BE;
  private static final int ROW = 0x0208;
  private static final int BEGIN = 0x0809;

  private static final int MOST_BYTES = 48 << 20;
  private static final long MOST_CELLS = 2_000_000;
  private static final long MOST_COLUMNS = 32_000_000;

  /** Set by programs that leave computing to the one that opens the file. */
  private static final int NOT_COMPUTED = 2;

  private final Map<Integer, Integer> sheetsByOffset = new HashMap<>();
  private final BitSet filtered = new BitSet();
  private final Set<Long> uncomputed = new HashSet<>();
  private long cells;
  private long columns;
  private int depth;
  private int sheet = -1;

  /**
   * Looks through a workbook.
   *
   * @throws Refused if it would take too much memory
   */
  static XlsRecords of(POIFSFileSystem file) throws IOException {
    byte[] stream;
    try (InputStream in = file.createDocumentInputStream(name(file))) {
      stream = in.readNBytes(MOST_BYTES + 1);
    }
    if (stream.length > MOST_BYTES) {
      throw new Refused("The workbook is too large in its old format; save it as .xlsx.");
    }
    XlsRecords records = new XlsRecords();
    records.read(ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN));
    return records;
  }

  private static String name(POIFSFileSystem file) {
    if (!file.getRoot().hasEntry("Workbook")) {
      throw new Refused("The workbook is in the format of Excel 95 or before; save it as .xlsx.");
    }
    return "Workbook";
  }

  private void read(ByteBuffer stream) {
    while (stream.remaining() >= 4) {
      int offset = stream.position();
      int type = Short.toUnsignedInt(stream.getShort());
      int length = Short.toUnsignedInt(stream.getShort());
      if (length > stream.remaining()) {
        return;
      }
      ByteBuffer record = stream.slice(stream.position(), length).order(ByteOrder.LITTLE_ENDIAN);
      record(type, record, offset);
      stream.position(stream.position() + length);
    }
  }

  private void record(int type, ByteBuffer record, int offset) {
    int length = record.remaining();
    cells += type == MUL_RK ? length / 6 : type == MUL_BLANK ? length / 2 : 1;
    switch (type) {
      case BEGIN -> {
        sheet = depth++ == 0 ? sheetsByOffset.getOrDefault(offset, -1) : sheet;
      }
      case END -> depth = Math.max(depth - 1, 0);
      case BOUND_SHEET -> {
        if (length >= 4) {
          sheetsByOffset.put(record.getInt(0), sheetsByOffset.size());
        }
      }
      case ROW -> columns += length >= 6 ? Short.toUnsignedInt(record.getShort(4)) + 5 : 0;
      case FILTER_MODE -> {
        if (sheet >= 0) {
          filtered.set(sheet);
        }
      }
      case FORMULA -> {
        if (depth == 1 && length >= 16 && isUncomputed(record)) {
          uncomputed.add(key(sheet, record.getShort(0), record.getShort(2)));
        }
      }
      default -> {}
    }
    if (cells > MOST_CELLS || columns > MOST_COLUMNS) {
      throw new Refused("The workbook holds too many cells in its old format; save it as .xlsx.");
    }
  }

  private static boolean isUncomputed(ByteBuffer formula) {
    return formula.getLong(6) == 0 && (formula.getShort(14) & NOT_COMPUTED) != 0;
  }

  private static long key(int sheet, int row, int column) {
    return ((long) sheet << 32) | (row & 0xFFFF) << 16 | (column & 0xFFFF);
  }

  /** Whether the result of the formula in that cell was never stored. */
  boolean isUncomputed(int sheet, int row, int column) {
    return uncomputed.contains(key(sheet, row, column));
  }

  /** Whether somebody filters the rows of a sheet. */
  boolean isFiltered(int sheet) {
    return filtered.get(sheet);
  }
}
