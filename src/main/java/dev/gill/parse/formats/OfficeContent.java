package dev.gill.parse.formats;

import dev.gill.parse.canonical.Limits;
import dev.gill.parse.canonical.Refused;
import dev.gill.parse.container.Archive;
import dev.gill.parse.container.BinaryFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * What files under the names of office documents really are: many a program calls a web page or a
 * table of text {@code .xls}, and many a person renames a file instead of converting it.
 */
final class OfficeContent {
  private static final Map<KnownFormat, String> PRESENT = new EnumMap<>(KnownFormat.class);
  private static final Set<KnownFormat> OLD =
      EnumSet.of(KnownFormat.DOC, KnownFormat.XLS, KnownFormat.PPT, KnownFormat.RTF);
  private static final Map<String, KnownFormat> PARTS =
      Map.of(
          "word/document.xml", KnownFormat.DOCX,
          "xl/workbook.xml", KnownFormat.XLSX,
          "ppt/presentation.xml", KnownFormat.PPTX);
  private static final Pattern WEB_PAGE = Pattern.compile("(?s)<(?:!doctype html|html|table)\\b.*");
  private static final Pattern XML_2003 =
      Pattern.compile(
          "(?s)<.*(?:urn:schemas-microsoft-com:office:spreadsheet|office/word/2003/wordml).*");

  private static final String RICH_TEXT = "{\\rtf";

  /** Bytes that are looked at. */
  private static final int HEAD = 4096;

  static {
    PRESENT.put(KnownFormat.XLS, ".xlsx");
    PRESENT.put(KnownFormat.XLSX, ".xlsx");
    PRESENT.put(KnownFormat.PPT, ".pptx");
    PRESENT.put(KnownFormat.PPTX, ".pptx");
    PRESENT.put(KnownFormat.DOC, ".docx");
    PRESENT.put(KnownFormat.DOCX, ".docx");
    PRESENT.put(KnownFormat.RTF, ".docx");
  }

  private OfficeContent() {}

  /**
   * The format of what a file holds.
   *
   * @param named the one that its name or media type says
   * @throws Refused if it is in none that is read
   */
  static KnownFormat format(KnownFormat named, byte[] bytes, Limits limits) throws IOException {
    if (!PRESENT.containsKey(named)) {
      return named;
    }
    if (BinaryFile.is(bytes)) {
      return binary(bytes).orElseThrow(() -> old(named));
    }
    if (head(bytes).startsWith(RICH_TEXT)) {
      return KnownFormat.RTF;
    }
    if (!OLD.contains(named)) {
      return named;
    }
    if (bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K') {
      return packed(bytes, limits).orElse(named);
    }
    return text(named, bytes);
  }

  /** What it is, by the streams that it holds; empty if nothing that is known. */
  private static Optional<KnownFormat> binary(byte[] bytes) throws IOException {
    KnownFormat[] found = {null};
    BinaryFile.open(bytes, file -> found[0] = named(file));
    return Optional.ofNullable(found[0]);
  }

  private static KnownFormat named(POIFSFileSystem file) {
    if (file.getRoot().hasEntry("Workbook") || file.getRoot().hasEntry("Book")) {
      return KnownFormat.XLS;
    }
    if (file.getRoot().hasEntry("PowerPoint Document")) {
      return KnownFormat.PPT;
    }
    if (file.getRoot().hasEntry("WordDocument")) {
      return KnownFormat.DOC;
    }
    return file.getRoot().hasEntry("__properties_version1.0") ? KnownFormat.MSG : null;
  }

  private static Optional<KnownFormat> packed(byte[] bytes, Limits limits) throws IOException {
    try (Archive archive = Archive.open(bytes, limits)) {
      return PARTS.keySet().stream().filter(archive::has).findFirst().map(PARTS::get);
    }
  }

  private static KnownFormat text(KnownFormat named, byte[] bytes) {
    String head = head(bytes);
    if (WEB_PAGE.matcher(head).lookingAt() || head.startsWith("<?xml") && head.contains("<html")) {
      return KnownFormat.HTML;
    }
    if (XML_2003.matcher(head).matches()) {
      throw new Refused("The file is in the XML format of Office 2003; " + save(named));
    }
    if (head.startsWith("mime-version:")) {
      throw new Refused(
          "The file is a web archive, although its name says otherwise; " + save(named));
    }
    boolean table = head.indexOf('\0') < 0 && head.lines().limit(2).allMatch(OfficeContent::isRow);
    return named == KnownFormat.XLS && table ? KnownFormat.CSV : named;
  }

  private static boolean isRow(String line) {
    return line.matches(".*[\t;,].*");
  }

  /** How the text begins, in lower case; UTF-16 loses every other byte, which is zero. */
  private static String head(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
    if (head.startsWith("\u00ff\u00fe") || head.startsWith("\u00fe\u00ff")) {
      head = head.substring(2).replace("\0", "");
    }
    return head.replaceFirst("^\u00ef\u00bb\u00bf", "").stripLeading().toLowerCase(Locale.ROOT);
  }

  private static Refused old(KnownFormat named) {
    return new Refused(
        "The file is in an old binary format that Gill does not read; " + save(named));
  }

  private static String save(KnownFormat named) {
    return "save it as %s.".formatted(PRESENT.get(named));
  }
}
