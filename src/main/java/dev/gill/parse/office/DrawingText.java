package dev.gill.parse.office;

import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import dev.gill.parse.xml.XmlTree;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** The text of a drawing's paragraph ({@code a:p}), as charts, diagrams and sheets hold it. */
public final class DrawingText {
  /** What programs write as a description when nobody gave one. */
  private static final Pattern NO_DESCRIPTION =
      Pattern.compile(
          "(?i)(picture|image|photo|graphic|graphik|grafik|bild|foto|图片|图像)?\\s*\\d*"
              + "|\\S*\\.(png|jpe?g|gif|bmp|svg|tiff?|emf|wmf|webp)");

  private DrawingText() {}

  /** What somebody wrote about a picture; empty if nobody did. */
  public static String description(String stored) {
    String words = stored.strip();
    return NO_DESCRIPTION.matcher(words).matches() ? "" : words;
  }

  public static Inline line(Element paragraph, CanonicalText text) {
    Inline line = new Inline();
    for (Element part : paragraph.children()) {
      switch (XmlTree.name(part)) {
        case "r", "fld" -> run(part, line, text);
        case "br" -> line.lineBreak();
        default -> {}
      }
    }
    return line;
  }

  private static void run(Element run, Inline line, CanonicalText text) {
    String words = XmlTree.child(run, "t").map(Element::wholeText).orElse("");
    Element properties = XmlTree.child(run, "rPr").orElse(run);
    String strike = XmlTree.value(properties, "strike");
    String baseline = XmlTree.value(properties, "baseline");
    if (!strike.isEmpty() && !strike.equals("noStrike") && !words.isBlank()) {
      text.leftOut(LeftOut.Kind.STRUCK);
      line.space();
    } else if (baseline.matches("[1-9]\\d*%?")) {
      line.raised(words, false);
    } else {
      line.text(words);
    }
  }
}
