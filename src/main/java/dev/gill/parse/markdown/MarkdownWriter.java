package dev.gill.parse.markdown;

import dev.gill.parse.canonical.Inline;
import dev.gill.parse.canonical.LeftOuts;
import dev.gill.parse.canonical.PictureWords;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;

/** Writes the inline content of one Markdown block as one line. */
final class MarkdownWriter {
  private static final Pattern ALERT =
      Pattern.compile("^\\[!([A-Za-z][\\w-]*)(?:\\|[^\\]]*)?]([+-]?)\\s*(.*)$");
  private static final Pattern ROLE = Pattern.compile("\\{[a-zA-Z][\\w:+.-]*}$");

  private static final Pattern NAMED = Pattern.compile("(?s)(.+?)\\s*<[^<>]+>");

  private final MarkdownSource source;
  private final LeftOuts leftOut;
  private final MarkdownInlineTags tags;
  private final MarkdownLabels labels = new MarkdownLabels();
  private boolean targets = true;
  private boolean role;

  MarkdownWriter(MarkdownSource source, LeftOuts leftOut) {
    this.source = source;
    this.leftOut = leftOut;
    this.tags = new MarkdownInlineTags(source, leftOut);
  }

  /** Without the targets of links. */
  MarkdownWriter plain() {
    targets = false;
    return this;
  }

  Inline write(Node block) {
    children(block);
    return tags.end();
  }

  private void children(Node parent) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Text first) {
        StringBuilder words = new StringBuilder(first.getLiteral());
        while (node.getNext() instanceof Text more) {
          words.append(more.getLiteral());
          node = more;
        }
        literal(first, labels.words(node, words.toString()));
      } else {
        inline(node);
      }
    }
  }

  private void inline(Node node) {
    switch (node) {
      case Code code -> code(code);
      case HtmlInline html -> tags.tag(html.getLiteral());
      case SoftLineBreak _ -> tags.line().softBreak();
      case HardLineBreak _ -> tags.line().lineBreak();
      case Strikethrough struck -> struck(struck);
      case MarkdownFormula formula -> formula(formula);
      case Image image -> image(image);
      case Link link -> link(link);
      default -> children(node);
    }
  }

  private void struck(Strikethrough node) {
    boolean single = node.getOpeningDelimiter().length() == 1;
    if (single && node.getPrevious() instanceof Text before && lowered(before, node)) {
      children(node);
      return;
    }
    leftOut.struck();
    tags.line().omitted();
  }

  /** {@code H~2~O}: a tilde right after a letter lowers what is no word by itself. */
  private static boolean lowered(Text before, Node node) {
    String words = before.getLiteral();
    return !words.isEmpty()
        && Character.isLetterOrDigit(words.charAt(words.length() - 1))
        && node.getFirstChild() instanceof Text inner
        && inner.getNext() == null
        && inner.getLiteral().indexOf(' ') < 0;
  }

  private void image(Image image) {
    int before = tags.line().length();
    boolean outer = targets;
    targets = false;
    children(image);
    targets = outer;
    if (tags.isSilent()) {
      return;
    }
    MarkdownLabels.withoutSize(tags.line(), before);
    if (standsAlone(image) && PictureWords.of(tags.line().toString().substring(before)).isEmpty()) {
      tags.line().cutTo(before);
    }
    if (tags.line().length() <= before) {
      leftOut.picture();
    }
  }

  /** Within a sentence, even a word that says little holds the place of what it names. */
  private static boolean standsAlone(Image image) {
    for (Node node = image.getParent().getFirstChild(); node != null; node = node.getNext()) {
      if (!(node instanceof Image || node instanceof SoftLineBreak)) {
        return false;
      }
    }
    return image.getParent() instanceof Paragraph;
  }

  private void formula(MarkdownFormula formula) {
    if (!tags.isSilent()) {
      tags.line().line(source.lineOf(formula)).text(formula.literal());
    }
  }

  private void link(Link link) {
    int before = tags.line().length();
    children(link);
    tags.linked(link.getDestination());
    boolean pictureOnly = link.getFirstChild() instanceof Image image && image.getNext() == null;
    if (targets && !tags.isSilent() && !pictureOnly && tags.line().length() > before) {
      tags.line().target(link.getDestination());
    }
  }

  private void literal(Text first, String words) {
    if (tags.isSilent()) {
      return;
    }
    Inline line = tags.line();
    line.line(source.lineOf(first));
    Matcher alert = ALERT.matcher(words);
    if (line.isEmpty() && inQuote(first) && alert.matches()) {
      String title = alert.group(3).strip();
      words = title.isEmpty() ? MarkdownPartParser.titled(alert.group(1)) + ":" : title;
    }
    Matcher named = ROLE.matcher(words);
    role = afterText(first) instanceof Code && named.find();
    new MarkdownText(line, source.values(), leftOut)
        .write(role ? words.substring(0, named.start()) : words);
  }

  private static boolean inQuote(Text text) {
    return text.getParent() != null
        && text.getParent().getParent() instanceof org.commonmark.node.BlockQuote;
  }

  private static Node afterText(Text text) {
    Node next = text.getNext();
    while (next instanceof Text) {
      next = next.getNext();
    }
    return next;
  }

  private void code(Code code) {
    boolean named = role;
    role = false;
    if (tags.isSilent()) {
      return;
    }
    Inline line = tags.line();
    List<SourceSpan> spans = code.getSourceSpans();
    line.line(source.lineOf(code));
    Matcher label = NAMED.matcher(code.getLiteral());
    if (named && label.matches()) {
      line.text(label.group(1));
      return;
    }
    if (spans.size() < 2) {
      line.text(code.getLiteral());
      return;
    }
    int at = 0;
    for (SourceSpan span : spans) {
      line.line(source.before() + span.getLineIndex() + 1);
      String raw = sourceOf(span).replaceAll("^`+|`+$", "").strip();
      int found = code.getLiteral().indexOf(raw, at);
      int end = found < 0 ? at : found + raw.length();
      line.text(code.getLiteral().substring(at, end));
      at = end;
    }
    line.text(code.getLiteral().substring(at));
  }

  private String sourceOf(SourceSpan span) {
    String whole = source.lines().get(span.getLineIndex());
    int from = Math.min(span.getColumnIndex(), whole.length());
    return whole.substring(from, Math.min(from + span.getLength(), whole.length()));
  }
}
