package dev.gill.parse.epub;

import dev.gill.parse.canonical.Limits;
import dev.gill.parse.canonical.Refused;
import dev.gill.parse.charset.TextDecoder;
import dev.gill.parse.container.Archive;
import dev.gill.parse.xml.XmlTree;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** The files that an e-book is packed of. */
final class EpubFiles {
  private static final String CONTAINER = "META-INF/container.xml";
  private static final String ENCRYPTION = "META-INF/encryption.xml";

  /** Ways to garble fonts, which leave the text as it is. */
  private static final Set<String> FONTS =
      Set.of("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC");

  private static final int MOST_SHEETS = 50;
  private static final int LONGEST_SHEET = 200_000;

  private final Map<String, String> sheets = new HashMap<>();
  private final Archive archive;
  private final Limits limits;
  private long left;

  EpubFiles(Archive archive, Limits limits) {
    this.archive = archive;
    this.limits = limits;
    this.left = limits.markupBytes();
  }

  /**
   * @throws Refused if any of it can only be read by one who bought it
   */
  void refuseProtected() throws IOException {
    if (!archive.has(ENCRYPTION)) {
      return;
    }
    for (Element data : XmlTree.all(tree(ENCRYPTION), "encrypteddata")) {
      boolean font =
          XmlTree.children(data, "encryptionmethod").stream()
              .anyMatch(method -> FONTS.contains(XmlTree.value(method, "algorithm")));
      if (!font) {
        throw new Refused(
            "The e-book is encrypted against copying; store one without such a protection.");
      }
    }
  }

  /**
   * The name of the file that says what the book consists of.
   *
   * @throws IOException if there is none
   */
  String packageName() throws IOException {
    return XmlTree.all(tree(CONTAINER), "rootfile").stream()
        .map(root -> resolved("", XmlTree.value(root, "full-path")))
        .filter(archive::has)
        .findFirst()
        .orElseThrow(() -> new IOException("no package"));
  }

  /** The name of the file to which an address within the book leads. */
  static String resolved(String folder, String address) {
    String path = address.split("[#?]", 2)[0];
    try {
      return Archive.resolved(
          folder, URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Archive.resolved(folder, path);
    }
  }

  /** A file of XML, whose names are in lower case. */
  Document tree(String name) throws IOException {
    return Parser.xmlParser()
        .settings(org.jsoup.parser.ParseSettings.htmlDefault)
        .parseInput(text(name), "");
  }

  /** What a file of markup holds; all of them together stay within the limits. */
  String text(String name) throws IOException {
    try (InputStream in = archive.entry(name)) {
      byte[] bytes = in.readAllBytes();
      left -= bytes.length;
      if (left < 0) {
        throw Refused.tooLong(limits);
      }
      return TextDecoder.decodeMarkup(bytes, limits);
    }
  }

  /**
   * The style sheets to which a page refers, by their addresses; empty for one that is not there,
   * is too large, or would end the element in which it is put.
   */
  Function<String, String> styles(String page) {
    String folder = page.substring(0, page.lastIndexOf('/') + 1);
    return address -> sheets.computeIfAbsent(resolved(folder, address), this::sheet);
  }

  private String sheet(String name) {
    if (!archive.has(name) || sheets.size() >= MOST_SHEETS) {
      return "";
    }
    try {
      String css = text(name);
      return css.length() > LONGEST_SHEET || css.contains("</") ? "" : css;
    } catch (IOException e) {
      return "";
    }
  }
}
