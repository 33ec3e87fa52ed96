package dev.gill.bench;

import dev.gill.model.DocId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of real prose of which one sentence is edited again and again. */
final class EditedPage {
  private final Path file;
  private final String town;
  private final String before;
  private final String after;

  private EditedPage(Path file, String town, String before, String after) {
    this.file = file;
    this.town = town;
    this.before = before;
    this.after = after;
  }

  /**
   * A page made of the real one: the sentence stands among real ones, in the middle of the page.
   */
  static EditedPage of(Path real, Path file, String town) throws IOException {
    String text = Files.readString(real);
    int half = text.indexOf("\n\n", text.length() / 2);
    return new EditedPage(file, town, text.substring(0, half), text.substring(half));
  }

  String question() {
    return "What is the door code of the %s office?".formatted(town);
  }

  /** Saves the page with this door code, as an editor does: in place. */
  void save(String code) throws IOException {
    String sentence = "The door code of the %s office is %s.".formatted(town, code);
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        "%s\n\n## The %s office\n\n%s Visitors ring at the front desk, and the code changes often, so look here before you travel.%s"
            .formatted(before, town, sentence, after));
  }

  /** Whether a document of the source is this page. */
  boolean is(DocId doc) {
    return file.endsWith(doc.key());
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
