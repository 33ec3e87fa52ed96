package dev.gill.parse.markdown;

import dev.gill.parse.canonical.HeadingKey;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** Recognizes lists of links to the document's own headings. */
public final class MarkdownContents {
  private static final Pattern PLACE =
      Pattern.compile("(?i)\\s*(toc|table of contents|contents)\\s*.*");

  private static final Set<String> NAMES = Set.of("contents", "tableofcontents", "toc", "目录");

  private final Set<String> headings = new HashSet<>();

  /** Whether a heading names the list at hand; a few of its links may lead nowhere then. */
  private boolean named;

  /** For a document that is made of parts. */
  public MarkdownContents() {}

  public MarkdownContents(Node document) {
    add(document);
  }

  /** Takes the headings of a further part of the document into account. */
  public void add(Node part) {
    part.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Heading heading) {
            headings.add(HeadingKey.of(words(heading)));
          }
        });
  }

  /** Whether a block is such a list. */
  boolean skips(Node block) {
    return switch (block) {
      case ListBlock list -> {
        named =
            list.getPrevious() instanceof Heading title
                && NAMES.contains(HeadingKey.of(words(title)))
                && list.getNext() instanceof Heading;
        yield isList(list);
      }
      case Paragraph paragraph -> {
        named = false;
        yield links(paragraph) > 1;
      }
      default -> false;
    };
  }

  private boolean isList(ListBlock list) {
    boolean any = false;
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      for (Node part = item.getFirstChild(); part != null; part = part.getNext()) {
        boolean entry =
            switch (part) {
              case Paragraph paragraph -> links(paragraph) == 1;
              case ListBlock inner -> isList(inner);
              default -> false;
            };
        if (!entry) {
          return false;
        }
        any = true;
      }
    }
    return any;
  }

  /** A list of one word, with a mark below it that asks for the contents. */
  static boolean isPlace(Node block) {
    Node item = block instanceof ListBlock list ? list.getFirstChild() : null;
    return item != null
        && item.getNext() == null
        && block.getNext() instanceof MarkdownMark mark
        && mark.kind() == MarkdownMark.Kind.CONTENTS
        && PLACE.matcher(words(item)).matches();
  }

  /** How many links to headings it consists of; 0 if it holds anything else. */
  private int links(Paragraph paragraph) {
    int links = 0;
    for (Node node = paragraph.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Link link && isHeading(link)) {
        links++;
      } else if (!(node instanceof SoftLineBreak)
          && !(node instanceof Text text
              && text.getLiteral().chars().noneMatch(Character::isLetter))) {
        return 0;
      }
    }
    return links;
  }

  private boolean isHeading(Link link) {
    String target = link.getDestination();
    if (target.length() < 2 || target.charAt(0) != '#') {
      return false;
    }
    if (named) {
      return true;
    }
    String fragment = HeadingKey.of(decoded(target.substring(1)));
    return headings.contains(HeadingKey.of(words(link)))
        || headings.contains(fragment)
        || headings.contains(HeadingKey.of(decoded(target).replaceFirst("-\\d+$", "")));
  }

  private static String decoded(String fragment) {
    try {
      return URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return fragment;
    }
  }

  private static String words(Node node) {
    StringBuilder words = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text text) {
            words.append(text.getLiteral());
          }

          @Override
          public void visit(Code code) {
            words.append(code.getLiteral());
          }
        });
    return words.toString();
  }
}
