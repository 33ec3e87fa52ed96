package dev.gill.parse.markdown;

import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import dev.gill.parse.canonical.LeftOuts;
import dev.gill.parse.html.HtmlBlocks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a Markdown document that marks or tags open and others close. */
final class MarkdownParts {
  private static final Pattern SUMMARY =
      Pattern.compile("\\s*<summary\\b[^>]*>(.*?)</summary>", Pattern.DOTALL);
  private static final int LONGEST_TITLE = 200;

  private record Open(String name, int level) {}

  private final CanonicalText text;
  private final List<Open> open = new ArrayList<>();
  private final Map<String, String> labels = new HashMap<>();
  private String label = "";

  MarkdownParts(CanonicalText text) {
    this.text = text;
  }

  /** Opens what a mark names; its title can be empty. */
  void open(String mark, String title, Inline words) {
    String name = mark.startsWith(":") ? mark.substring(1) : mark;
    String kept = mark.startsWith(":") ? ":" : mark;
    if (!title.isEmpty()
        && (MarkdownPartNames.isPanel(name)
            || (title.endsWith("?") && MarkdownPartNames.isBox(name)))) {
      panel(kept, words);
      return;
    }
    open.add(new Open(kept, 0));
    boolean named =
        title.isEmpty() && MarkdownPartNames.isBox(name) && !MarkdownPartNames.isPlain(name);
    open(named ? MarkdownPartParser.titled(name) + ":" : title, words);
  }

  /** The title of a box: its own, or a kind of box that stands before the first paragraph. */
  void open(String title, Inline words) {
    label();
    if (title.endsWith(":")) {
      label = title;
    } else {
      text.paragraph(words);
    }
  }

  private void panel(String name, Inline title) {
    label();
    if (title.length() > LONGEST_TITLE) {
      text.paragraph(title);
      open.add(new Open(name, 0));
    } else {
      open.add(new Open(name, text.openPart(title)));
    }
  }

  /** A box's kind stands before its first paragraph. */
  Inline labelled(Inline line) {
    if (label.isEmpty() || line.isEmpty()) {
      return line;
    }
    Inline whole =
        line.marks().isEmpty() ? new Inline() : new Inline().at(line.marks().getFirst().place());
    whole.text(label).space().append(line);
    label = "";
    return whole;
  }

  /** What follows is no paragraph: the kind of the box stands alone. */
  void label() {
    if (!label.isEmpty()) {
      String words = label;
      label = "";
      text.paragraph(Inline.of(words));
    }
  }

  void close(String name) {
    label();
    for (int i = open.size() - 1; i >= 0; i--) {
      Open part = open.get(i);
      if (part.name().equals(name)) {
        open.subList(i, open.size()).reversed().forEach(this::close);
        open.subList(i, open.size()).clear();
        return;
      }
    }
  }

  private void close(Open part) {
    if (part.level() > 0) {
      text.closePart(part.level());
    }
  }

  /** A heading ends what it does not stand within. */
  void heading(int level) {
    label();
    open.replaceAll(part -> part.level() >= level ? new Open(part.name(), 0) : part);
  }

  /** Whether it is within the tags of a component. */
  boolean inComponent() {
    return open.stream().anyMatch(part -> part.name().startsWith("<"));
  }

  void end() {
    label();
  }

  /** Writes HTML; what it opens and does not close holds what follows. */
  void html(String html, int line) {
    if (html.startsWith("<!--")) {
      new LeftOuts(text::leftOut).comment();
    }
    label();
    if (MarkdownTags.areBalanced(html)) {
      fragment(html, line);
      return;
    }
    Matcher tag = MarkdownTags.STRUCTURE.matcher(html);
    int from = 0;
    int counted = 0;
    int at = line;
    while (tag.find(from)) {
      at += lineEnds(html, counted, from);
      counted = from;
      fragment(html.substring(from, tag.start()), at);
      from = tag.end();
      String name = tag.group(2);
      if (name.equals("summary")) {
        from = summary(html, tag, line);
      } else if (!tag.group(1).isEmpty()) {
        close(key(name));
      } else if (!tag.group(3).endsWith("/")) {
        from = begin(name, tag.group(3), html, from);
      } else {
        text.paragraph(Inline.of(MarkdownTags.title(tag.group(3))));
      }
    }
    fragment(html.substring(from), at + lineEnds(html, counted, from));
  }

  private static String key(String name) {
    return (Character.isUpperCase(name.charAt(0)) ? "<" : "") + name;
  }

  private int begin(String name, String attributes, String html, int from) {
    Matcher summary = SUMMARY.matcher(html).region(from, html.length());
    if (name.equals("details") && summary.lookingAt()) {
      panel(name, words(summary.group(1)));
      return summary.end();
    }
    labels.putAll(MarkdownTags.labels(attributes));
    String title = title(name, attributes);
    if (title.isEmpty()) {
      open.add(new Open(key(name), 0));
    } else {
      panel(key(name), Inline.of(title));
    }
    return from;
  }

  /** A tab without a label has the one that its set gives it, or else its value. */
  private String title(String name, String attributes) {
    String title = MarkdownTags.title(attributes);
    if (!title.isEmpty() || !name.equals("TabItem")) {
      return title;
    }
    String value = MarkdownTags.value(attributes);
    return labels.getOrDefault(value, value);
  }

  /** A summary that stands apart from its tag gives the part that is open its title. */
  private int summary(String html, Matcher tag, int line) {
    int end = html.indexOf("</summary>", tag.end());
    if (!tag.group(1).isEmpty() || end < 0) {
      return tag.end();
    }
    Inline title = words(html.substring(tag.end(), end));
    if (!open.isEmpty() && open.getLast().name().equals("details") && open.getLast().level() == 0) {
      open.removeLast();
      panel("details", title);
    } else {
      text.paragraph(title.line(line));
    }
    return end + "</summary>".length();
  }

  private static Inline words(String html) {
    return Inline.of(HtmlBlocks.parse(html).body().text());
  }

  private void fragment(String html, int line) {
    if (!html.isBlank()) {
      new HtmlBlocks(text, line).write(html);
    }
  }

  private static int lineEnds(String html, int from, int to) {
    return (int) html.substring(from, to).chars().filter(c -> c == '\n').count();
  }
}
