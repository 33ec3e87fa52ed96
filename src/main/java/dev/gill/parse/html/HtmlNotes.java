package dev.gill.parse.html;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Which raised text is the mark of a note, and which is an exponent. */
final class HtmlNotes {
  private static final Pattern CLASS =
      Pattern.compile("(?i).*(?:footnote|reference|noteref|fnref|endnote|citation|cite).*");
  private static final Pattern BRACKETS = Pattern.compile("\\s*\\[.{1,20}]\\s*|\\s*[*†‡§]+\\s*");
  private static final String BLOCKS = "p, li, div, td, dd, dt, small, aside, footer, section";

  private final Set<String> marks = new HashSet<>();

  /** Looks for the marks that begin a block of this. */
  HtmlNotes(Element root) {
    for (Element raised : root.select("sup, [style*=super]")) {
      if (begins(raised) && HtmlElements.isRaised(raised)) {
        marks.add(mark(raised));
      }
    }
  }

  /** Whether it is the first thing in a block, and other words follow. */
  private static boolean begins(Element raised) {
    Element at = raised;
    while (at.parent() != null && isFirst(at)) {
      if (at.parent().is(BLOCKS)) {
        return at.parent().text().length() > raised.text().length();
      }
      at = at.parent();
    }
    return false;
  }

  private static boolean isFirst(Element element) {
    for (Node before = element.previousSibling();
        before != null;
        before = before.previousSibling()) {
      if (before instanceof Element || (before instanceof TextNode words && !words.isBlank())) {
        return before instanceof Element other && other.normalName().equals("br");
      }
    }
    return true;
  }

  boolean isMark(Element raised) {
    boolean links = raised.select("a").stream().anyMatch(HtmlNotes::leadsToNote);
    Element link = raised.closest("a");
    return links
        || (link != null && leadsToNote(link))
        || named(raised)
        || raised.children().stream().anyMatch(HtmlNotes::named)
        || BRACKETS.matcher(raised.text()).matches()
        || marks.contains(mark(raised));
  }

  private static boolean leadsToNote(Element link) {
    return link.attr("href").contains("#") || link.attr("role").equals("doc-noteref");
  }

  private static boolean named(Element element) {
    return List.of(element.className(), element.id(), element.attr("role")).stream()
        .anyMatch(name -> CLASS.matcher(name).matches());
  }

  private static String mark(Element raised) {
    return raised.text().strip().replaceAll("^[\\[(]|[\\])]$", "");
  }
}
