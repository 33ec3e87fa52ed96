package dev.gill.model;

import java.util.Objects;

/**
 * Content of a document that its parser leaves out of the text, so that nobody wonders where it is.
 *
 * @param format what to call such a file in a sentence, such as {@code Word document}
 * @param count how many pieces of this kind
 */
public record LeftOut(String format, Kind kind, int count) {
  /** What can be left out. */
  public enum Kind {
    /** A list of the document's own headings. */
    CONTENTS("lists of contents", "they say nothing that the headings do not say"),
    /** Deleted while changes were tracked, or moved away. */
    DELETED("tracked deletions", "they no longer hold"),
    /** Crossed out. */
    STRUCK("struck-out passages", "they no longer hold"),
    /** Hidden by the author: text, a slide, a sheet, a row or a column. */
    HIDDEN("hidden parts", "their author hid them"),
    /** What an empty field of a form asks for. */
    PROMPT("prompts of empty form fields", "nothing was filled in"),
    /** A branch of a condition that does not apply. */
    CONDITION("branches of conditions", "they do not apply here"),
    /** The same line at the same place of a page as before. */
    REPEATED("repeated running heads and feet", "they are read once"),
    /** What describes a page to search engines, at its head. */
    DESCRIPTION(
        "descriptions of pages", "they are for search engines and repeat what the page says"),
    /** A remark in the margin or in the source of the document. */
    COMMENT("comments", "they are not part of the text"),
    /** A picture without a description. */
    PICTURE("pictures", "what they show cannot be read"),
    /** A page that is a picture, and could not be read. */
    SCAN("pages that are pictures", "Tesseract reads them where it is installed beside Gill"),
    /** How a page looks whose words text recognition read. */
    RECOGNIZED(
        "looks of scanned pages", "their words were read by text recognition, which may err"),
    /** A file within the file that is in no known format. */
    ATTACHMENT("attachments", "their format cannot be read"),
    /** A formula whose result is neither stored nor to be computed. */
    FORMULA("formulas", "their results are not stored and cannot be computed"),
    /** What a program printed beyond its first lines, or the trace of a failure. */
    OUTPUT("ends of long outputs and traces of failures", "their beginnings are read"),
    /** Properties and logs that an outline keeps folded away. */
    DRAWER("drawers of properties and logs", "they are kept for the program"),
    /** A tag of a template, in whose place something else stands once it is filled in. */
    TEMPLATE("template tags", "what they are filled in with is not known"),
    /** What looks like a password, a key or a token; a mask stands there instead. */
    SECRET("passwords, keys and tokens", "they are masked, so that nobody reads them here"),
    /** Something else that the format can hold. */
    OBJECT("embedded objects", "they cannot be read");

    private final String what;
    private final String why;

    Kind(String what, String why) {
      this.what = what;
      this.why = why;
    }

    /** What it is, in the plural. */
    public String what() {
      return what;
    }

    /** Why it is left out, as a clause about several of them. */
    public String why() {
      return why;
    }
  }

  public LeftOut {
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(kind, "kind");
    if (count < 1) {
      throw new IllegalArgumentException("nothing is left out %d times".formatted(count));
    }
  }
}
