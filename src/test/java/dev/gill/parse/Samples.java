package dev.gill.parse;

import dev.gill.model.Anchor;
import dev.gill.model.Content;
import dev.gill.parse.formats.Formats;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The files of the formats folder, and short ways to look at what became of them. */
public final class Samples {
  public static final List<String> ALL =
      List.of(
          "handbook.md",
          "hostile.md",
          "handbook.txt",
          "handbook.html",
          "hostile.html",
          "handbook.pdf",
          "handbook.docx",
          "handbook.rtf",
          "handbook.pptx",
          "handbook.xlsx",
          "handbook.odt",
          "handbook.ods",
          "handbook.odp",
          "retention.csv",
          "contacts.tsv",
          "handbook.rst",
          "handbook.adoc",
          "thread.eml",
          "handbook.ipynb",
          "weekly.vtt",
          "weekly.srt",
          "handbook.org",
          "handbook.epub");

  private Samples() {}

  public static byte[] bytes(String name) {
    try (InputStream in = Samples.class.getResourceAsStream("/formats/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Document parsed(String name) throws ParseException {
    return parsed(name, bytes(name));
  }

  public static Document parsed(String name, byte[] bytes) throws ParseException {
    return new Formats().parse(Content.file(name, bytes));
  }

  public static Document parsed(String name, String text) throws ParseException {
    return parsed(name, text.getBytes(StandardCharsets.UTF_8));
  }

  public static Headed block(Document document, String beginning) {
    return document.blocks().stream()
        .filter(block -> document.text().startsWith(beginning, block.start()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no block begins with " + beginning));
  }

  /** Where a passage stands in the original, in words. */
  public static String position(Document document, String passage) {
    int offset = document.text().indexOf(passage);
    if (offset < 0) {
      throw new AssertionError("the text does not hold " + passage);
    }
    return Anchor.locate(document.anchors(), offset).map(Object::toString).orElse("nowhere");
  }
}
