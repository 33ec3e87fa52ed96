package dev.gill.parse.office.word;

import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Numerals;
import dev.gill.parse.xml.XmlNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** The footnotes or the endnotes of a document, numbered as they are printed. */
final class DocxNotes {
  private final Map<String, XmlNode> notes = new LinkedHashMap<>();
  private final Map<String, XmlNode> marked = new LinkedHashMap<>();
  private final String format;
  private int count;

  /**
   * @param format as in ECMA-376, 17.18.59
   */
  DocxNotes(String format) {
    this.format = format;
  }

  /** Takes a note in, unless it is a line that parts notes from the text. */
  void add(XmlNode note) {
    if (note.attr("w:type").isEmpty() || note.attr("w:type").equals("normal")) {
      notes.put(note.attr("w:id"), note);
    }
  }

  /** The mark of the note of this id, whose reference comes by; empty if there is none. */
  String mark(String id, String own) {
    XmlNode note = notes.remove(id);
    if (note == null) {
      return "";
    }
    String mark = own.isBlank() ? Numerals.of(++count, format) : own.strip();
    marked.merge(mark, note, (before, after) -> joined(before, after));
    return mark;
  }

  private static XmlNode joined(XmlNode before, XmlNode after) {
    XmlNode both = new XmlNode(before.name(), new String[0]);
    before.children().forEach(both::add);
    after.children().forEach(both::add);
    return both;
  }

  /** Hands over each note that is referred to, by its mark; the others are gone. */
  void write(CanonicalText text, BiConsumer<String, XmlNode> writer) {
    new LinkedHashMap<>(marked).forEach(writer);
    notes.values().forEach(note -> text.leftOut(LeftOut.Kind.DELETED));
  }
}
