package dev.gill.parse.pdf;

import dev.gill.parse.canonical.LinkTargets;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.text.TextPosition;

/** What the printed words of a PDF do not say by themselves: links, and figures that are raised. */
final class PdfMarks {
  private static final String UP = "\u0002";
  private static final String DOWN = "\u0003";
  private static final Pattern RAISED =
      Pattern.compile("(\\p{L}*)([^\\p{L}\u0002]?)(\\s*)\u0002([^\u0003]*)\u0003");
  private static final Pattern FIGURE = Pattern.compile("[-−–+]?\\d{1,3}");
  private static final Pattern SIGN = Pattern.compile("[ivx]{1,4}|[a-d]|[*†‡§]{1,3}");
  private static final Pattern UNIT = Pattern.compile("(?i)([cdkm]?m|ft|in|s|kg|g|x|r|n)?");
  private static final float SMALLER = 0.85f;
  private static final float LIFT = 0.15f;
  private static final int MOST = 5000;

  private record Link(double left, double right, double top, double bottom, String url) {}

  private List<Link> links = List.of();
  private Link open;
  private boolean raised;

  /** The page whose words come next. */
  void page(PDPage page) throws IOException {
    PDRectangle seen = page.getCropBox();
    links = new ArrayList<>();
    for (PDAnnotation annotation : page.getAnnotations()) {
      if (annotation instanceof PDAnnotationLink link
          && link.getAction() instanceof PDActionURI action
          && action.getURI() != null
          && link.getRectangle() != null
          && links.size() < MOST) {
        PDRectangle place = link.getRectangle();
        links.add(
            new Link(
                place.getLowerLeftX() - seen.getLowerLeftX(),
                place.getUpperRightX() - seen.getLowerLeftX(),
                seen.getUpperRightY() - place.getUpperRightY(),
                seen.getUpperRightY() - place.getLowerLeftY(),
                action.getURI()));
      }
    }
  }

  /**
   * What to write before a character.
   *
   * @param size of the line's type
   * @param base distance of its baseline from the page's top
   */
  String before(TextPosition character, float size, float base) {
    StringBuilder mark = new StringBuilder();
    boolean up =
        character.getFontSizeInPt() < SMALLER * size && base - character.getYDirAdj() > LIFT * size;
    if (raised != up) {
      mark.append(up ? UP : DOWN);
      raised = up;
    }
    Link link = link(character);
    if (open != null && open != link) {
      mark.append(target());
    }
    open = link;
    return mark.toString();
  }

  private Link link(TextPosition character) {
    double x = character.getXDirAdj() + character.getWidthDirAdj() / 2;
    double y = character.getYDirAdj() - 1;
    return links.stream()
        .filter(l -> l.left() <= x && x <= l.right() && l.top() <= y && y <= l.bottom())
        .findFirst()
        .orElse(null);
  }

  private String target() {
    String shown = LinkTargets.shown(open.url());
    return shown.isEmpty() ? "" : " (" + shown + ") ";
  }

  /** What to write at the end of a stretch. */
  String end() {
    String mark = (raised ? DOWN : "") + (open == null ? "" : target());
    raised = false;
    open = null;
    return mark;
  }

  /** Words without marks: {@code 10^6}; what follows a word or a sentence is the mark of a note. */
  static String resolved(String marked) {
    String words = marked.replaceAll("(\\S+) \\(\\1\\) ?", "$1 ");
    if (!words.contains(UP)) {
      return words.strip();
    }
    Matcher matcher = RAISED.matcher(words);
    StringBuilder resolved = new StringBuilder();
    while (matcher.find()) {
      String figure = matcher.group(4).strip();
      String before = matcher.group(1) + matcher.group(2);
      String shown = matcher.group(3) + matcher.group(4);
      String after = matcher.group(4).endsWith(" ") ? " " : "";
      if (FIGURE.matcher(figure).matches() && isPower(matcher)) {
        shown = "^" + figure + after;
      } else if (matcher.start() == 0 && before.isEmpty() && isNote(figure)) {
        shown = "[" + figure + "] ";
      } else if (!before.isEmpty() && isNote(figure) && !isPower(matcher)) {
        shown = " [" + figure + "]" + after;
      }
      matcher.appendReplacement(resolved, Matcher.quoteReplacement(before + shown));
    }
    matcher.appendTail(resolved);
    return resolved.toString().replace(UP, "").replace(DOWN, "").strip();
  }

  private static boolean isNote(String raised) {
    return FIGURE.matcher(raised).matches() || SIGN.matcher(raised).matches();
  }

  /** After a number, a bracket or a unit a raised figure is no note's mark. */
  private static boolean isPower(Matcher matcher) {
    String sign = matcher.group(2);
    boolean word = sign.isEmpty();
    return word
        ? !matcher.group(1).isEmpty() && UNIT.matcher(matcher.group(1)).matches()
        : Character.isDigit(sign.charAt(0)) || sign.equals(")");
  }
}
