package dev.gill.parse.office.opendocument;

import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Format;
import dev.gill.parse.office.MarginLines;
import java.io.IOException;
import java.util.Set;

/** OpenDocument texts: headings and lists with their numbers, tables, frames, notes, comments. */
public final class Odt implements Format {
  private static final String CONTENT = "content.xml";
  private static final String STYLES = "styles.xml";

  @Override
  public void read(byte[] bytes, CanonicalText text) throws IOException {
    try (OpenDocument file = OpenDocument.open(bytes, text.limits())) {
      file.properties(text);
      OdtStyles styles = new OdtStyles();
      Set<String> definitions = Set.of("office:styles", "office:automatic-styles");
      file.read(STYLES, 2, definitions, text.limits(), styles::add);
      file.read(CONTENT, 2, definitions, text.limits(), styles::add);
      OdtBlocks blocks = new OdtBlocks(text, styles, file);
      MarginLines margins = new MarginLines(text);
      margins(file, blocks, margins, text, "style:header");
      file.content(blocks::write, text.limits());
      blocks.finish();
      margins(file, blocks, margins, text, "style:footer");
    }
    text.titleFromHeading();
  }

  private static void margins(
      OpenDocument file, OdtBlocks blocks, MarginLines margins, CanonicalText text, String kind)
      throws IOException {
    file.read(
        STYLES,
        2,
        Set.of("office:master-styles"),
        text.limits(),
        page ->
            page.children().stream()
                .filter(part -> part.name().startsWith(kind))
                .filter(part -> !part.attr("style:display").equals("false"))
                .forEach(part -> blocks.marginLines(part).forEach(margins::write)));
  }
}
