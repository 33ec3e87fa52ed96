package dev.gill.parse.mail;

import dev.gill.model.LeftOut;
import dev.gill.parse.Document;
import dev.gill.parse.ParseException;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.EnclosedFiles;
import dev.gill.parse.canonical.Inline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The files that a mail carries, each in a section of its own below the mail's text. */
final class MailAttachments {
  private record Attached(String name, String type, byte[] bytes) {}

  private final CanonicalText text;
  private final EnclosedFiles files;
  private final List<Attached> all = new ArrayList<>();

  MailAttachments(CanonicalText text, EnclosedFiles files) {
    this.text = text;
    this.files = files;
  }

  void add(String name, String type, byte[] bytes) {
    all.add(new Attached(name.isBlank() ? type : name, type, bytes));
  }

  /** Names those that cannot be read, and writes the others below headings of that level. */
  void write(int level) {
    List<Map.Entry<String, Document>> read = new ArrayList<>();
    text.apart();
    for (Attached each : all) {
      try {
        read.add(Map.entry(each.name(), files.read(each.name(), each.type(), each.bytes(), text)));
      } catch (ParseException e) {
        text.item(0, "-", Inline.of("Attachment: " + each.name()));
        text.leftOut(LeftOut.Kind.ATTACHMENT);
      }
    }
    all.clear();
    text.apart();
    read.forEach(
        each -> {
          text.heading(level, Inline.of("Attachment: " + each.getKey()));
          text.document(each.getValue());
        });
  }
}
