package dev.gill.parse.office.rtf;

import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.office.DrawingText;
import dev.gill.parse.office.rtf.RtfState.Destination;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What becomes of groups: what is text, what is about the text, and what nobody reads. */
final class RtfGroups {
  private static final Map<String, Destination> DESTINATIONS =
      Map.ofEntries(
          Map.entry("fonttbl", Destination.FONTS),
          Map.entry("stylesheet", Destination.STYLES),
          Map.entry("info", Destination.INFO),
          Map.entry("listtext", Destination.LABEL),
          Map.entry("pntext", Destination.LABEL),
          Map.entry("fldinst", Destination.FIELD_CODE),
          Map.entry("atnauthor", Destination.REMARKER),
          Map.entry("sn", Destination.PROPERTY),
          Map.entry("sv", Destination.VALUE));

  private static final Set<String> SKIPPED =
      Set.of(
          ("colortbl listtable listoverridetable revtbl rsidtbl generator themedata filetbl pict upr"
                  + " colorschememapping latentstyles datastore xmlnstbl nonshppict nonesttables"
                  + " xe rxe tc tcn sp bkmkstart bkmkend atnid atntime atndate footnotesep")
              .split(" "));

  /** What begins with a star and is read all the same. */
  private static final Set<String> READ =
      Set.of(
          ("shpinst shppict do fldinst atnauthor annotation ud nesttableprops picprop moMath"
                  + " moMathPara footnote")
              .split(" "));

  private static final Map<String, RtfStory.Kind> STORIES =
      Map.ofEntries(
          Map.entry("header", RtfStory.Kind.HEAD),
          Map.entry("headerl", RtfStory.Kind.HEAD),
          Map.entry("headerr", RtfStory.Kind.HEAD),
          Map.entry("headerf", RtfStory.Kind.HEAD),
          Map.entry("footer", RtfStory.Kind.FOOT),
          Map.entry("footerl", RtfStory.Kind.FOOT),
          Map.entry("footerr", RtfStory.Kind.FOOT),
          Map.entry("footerf", RtfStory.Kind.FOOT),
          Map.entry("footnote", RtfStory.Kind.NOTE),
          Map.entry("annotation", RtfStory.Kind.COMMENT),
          Map.entry("shptxt", RtfStory.Kind.BOX),
          Map.entry("dptxbxtext", RtfStory.Kind.BOX));

  /** What is written around a part of a formula, which is printed above or below the others. */
  private record Signs(String before, String after) {}

  private static final Map<String, Signs> FORMULA =
      Map.of(
          "mnum", new Signs("(", ")"),
          "mden", new Signs("/(", ")"),
          "msup", new Signs("^(", ")"),
          "mrad", new Signs("√(", ")"));

  private static final Pattern LINK = Pattern.compile("\\s*HYPERLINK\\s+(?:\"([^\"]*)\"|(\\S+)).*");
  private static final Pattern PAGE =
      Pattern.compile("\\s*(?:PAGE|NUMPAGES|SECTIONPAGES)(?:\\s.*)?");

  private final CanonicalText text;
  private final RtfStyles styles;
  private final RtfParagraphs paragraphs;
  private final Deque<StringBuilder> fields = new ArrayDeque<>();
  private final StringBuilder words = new StringBuilder();
  private String remarker = "";
  private String property = "";
  private boolean described;

  RtfGroups(CanonicalText text, RtfStyles styles, RtfParagraphs paragraphs) {
    this.text = text;
    this.styles = styles;
    this.paragraphs = paragraphs;
  }

  /** Words that are no text. */
  void text(String added, RtfState at) {
    switch (at.destination) {
      case FIELD_CODE -> {
        if (!fields.isEmpty()) {
          fields.peek().append(added);
        }
      }
      case STYLES, TITLE, AUTHOR, REMARKER, LABEL, PROPERTY, VALUE -> words.append(added);
      default -> {}
    }
  }

  /** Whether a word says what the group is that it begins, or belongs to one that is not read. */
  boolean begins(RtfTokens.Word word, boolean first, boolean optional, RtfState at) {
    String name = word.name();
    if (at.destination == Destination.SKIPPED) {
      reenter(name, first, at);
      return true;
    }
    if (!first) {
      return false;
    }
    at.group = name;
    if (optional && !READ.contains(name) || SKIPPED.contains(name) || name.matches("m\\w+Pr")) {
      skip(name, at);
    } else if (at.destination == Destination.INFO) {
      words.setLength(0);
      at.destination =
          name.equals("title")
              ? Destination.TITLE
              : name.equals("author") ? Destination.AUTHOR : Destination.SKIPPED;
    } else if (DESTINATIONS.containsKey(name)) {
      at.destination = DESTINATIONS.get(name);
      words.setLength(0);
    } else if (STORIES.containsKey(name) && at.destination == Destination.TEXT) {
      story(STORIES.get(name), at);
    } else if (FORMULA.containsKey(name)) {
      formula(FORMULA.get(name).before(), at);
    } else {
      return field(name, at);
    }
    return true;
  }

  private void skip(String name, RtfState at) {
    if (name.equals("pict")) {
      described = false;
    }
    at.around = at.destination;
    at.destination = Destination.SKIPPED;
  }

  /** Within what is not read stands what is: a text in Unicode, what a picture is said to show. */
  private void reenter(String name, boolean first, RtfState at) {
    if (!first) {
      return;
    }
    if (name.equals("ud")) {
      at.destination = at.around;
    } else if (name.equals("sn") || name.equals("sv")) {
      at.destination = DESTINATIONS.get(name);
      words.setLength(0);
    }
  }

  private void story(RtfStory.Kind kind, RtfState at) {
    if (at.deleted || at.hidden) {
      at.destination = Destination.SKIPPED;
      return;
    }
    at.story = new RtfStory(text, kind);
    at.plain();
    at.beginParagraph();
    at.story.line().words(paragraphs.beginning(kind, remarker));
    remarker = "";
  }

  private boolean field(String name, RtfState at) {
    switch (name) {
      case "field" -> fields.push(new StringBuilder());
      case "fldrslt" -> {
        String code = fields.isEmpty() ? "" : fields.peek().toString();
        at.contents |= code.strip().startsWith("TOC");
        if (PAGE.matcher(code).matches() && at.destination == Destination.TEXT) {
          at.story.line().page();
          at.destination = Destination.SKIPPED;
        }
      }
      case "object" -> {
        text.leftOut(LeftOut.Kind.OBJECT);
        at.object = true;
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Signs that a formula needs on one line; nothing is printed of them. */
  private static void formula(String signs, RtfState at) {
    if (at.destination == Destination.TEXT && !at.deleted && !at.hidden && !at.struck) {
      at.story.line().words(signs);
    }
  }

  /** A group ends. */
  void close(RtfState inner, RtfState outer) {
    String said = words.toString();
    switch (inner.destination) {
      case STYLES -> {
        if (outer.destination == Destination.STYLES) {
          styles.add(inner.style, said, inner.outline);
          words.setLength(0);
        }
      }
      case TITLE -> text.title(said);
      case AUTHOR -> text.author(said);
      case REMARKER -> remarker = said;
      case LABEL -> {
        if (outer.destination != Destination.LABEL) {
          paragraphs.label(said, outer);
        }
      }
      case PROPERTY -> property = said.strip();
      case VALUE -> value(said, inner);
      default -> {}
    }
    if (FORMULA.containsKey(inner.group)) {
      formula(FORMULA.get(inner.group).after(), inner);
    }
    if (inner.story != outer.story) {
      paragraphs.beside(inner.story, outer.story);
    }
    if (inner.group.equals("pict") && !described && !inner.object) {
      text.leftOut(LeftOut.Kind.PICTURE);
    } else if (inner.group.equals("field") && !fields.isEmpty()) {
      link(fields.pop().toString(), outer);
    }
  }

  private void value(String said, RtfState at) {
    String description = DrawingText.description(said);
    if (property.equals("wzDescription") && !description.isEmpty()) {
      described = true;
      at.story.line().picture(description);
      property = "";
    }
  }

  private static void link(String code, RtfState at) {
    Matcher link = LINK.matcher(code);
    boolean read = at.destination == Destination.TEXT && !at.deleted && !at.hidden && !at.struck;
    if (read && !at.contents && link.matches()) {
      String quoted = link.group(1);
      at.story.line().target(quoted == null ? link.group(2) : quoted);
    }
  }
}
