package dev.gill.parse.pdf;

import dev.gill.parse.pdf.PdfFields.Filled;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes what is filled into a form's fields beside what is printed there. */
final class PdfForm {
  private static final float BESIDE = 5f;
  private static final float ABOVE = 20f;
  private static final float RIGHT = 25f;

  private record Label(PdfLine line, int part) {}

  private final List<PdfLine> lines;

  private PdfForm(List<PdfLine> lines) {
    this.lines = new ArrayList<>(lines);
  }

  /** The lines with those of the fields; a field's label becomes part of its line. */
  static List<PdfLine> filled(List<PdfLine> lines, List<Filled> fields, List<PdfLine> notes) {
    PdfForm form = new PdfForm(lines);
    fields.forEach(form::fill);
    notes.forEach(note -> form.lines.add(form.place(note), note));
    return form.lines;
  }

  private void fill(Filled field) {
    Optional<Label> label = field.named() ? named(field) : label(field);
    String name =
        label.map(found -> found.line().parts().get(found.part()).words()).orElse(field.name());
    String words = name.replaceAll("[\\s:：._]+$", "") + ": " + field.value();
    float size = label.map(found -> found.line().size()).orElse(10f);
    PdfLine line =
        PdfLine.of(
            Math.max(field.page(), 1),
            words,
            field.left(),
            label.map(found -> found.line().base()).orElse(field.bottom()),
            size,
            true);
    if (label.isEmpty()) {
      lines.add(place(line), line);
      return;
    }
    int at = lines.indexOf(label.get().line());
    PdfLine rest = label.get().line().without(label.get().part());
    if (rest == null) {
      lines.set(at, line);
    } else {
      lines.set(at, rest);
      lines.add(at + (label.get().part() == 0 ? 0 : 1), line);
    }
  }

  /** Before the first line that stands below it on its page. */
  private int place(PdfLine added) {
    int at = 0;
    for (int i = 0; i < lines.size(); i++) {
      PdfLine line = lines.get(i);
      boolean before =
          line.page() < added.page() || line.page() == added.page() && line.base() <= added.base();
      at = before ? i + 1 : at;
    }
    return at;
  }

  /** The printed words that say the same as the field's own name. */
  private Optional<Label> named(Filled field) {
    return label(field)
        .filter(
            label ->
                label
                    .line()
                    .parts()
                    .get(label.part())
                    .words()
                    .replaceAll("[\\s:：]+$", "")
                    .equalsIgnoreCase(field.name()));
  }

  /** The words right of a box that is ticked, else those left of a field, else those above it. */
  private Optional<Label> label(Filled field) {
    Label left = null;
    Label right = null;
    Label above = null;
    for (PdfLine line : lines) {
      if (line.page() != field.page() || line.field()) {
        continue;
      }
      boolean beside = line.base() > field.top() - BESIDE && line.base() < field.bottom() + BESIDE;
      boolean over = line.base() <= field.top() + 1 && line.base() > field.top() - ABOVE;
      for (int part = 0; part < line.parts().size(); part++) {
        float begins = line.parts().get(part).left();
        if (beside && begins < field.left()) {
          left = new Label(line, part);
        } else if (beside && right == null && begins < field.right() + RIGHT) {
          right = new Label(line, part);
        } else if (over && Math.abs(begins - field.left()) < ABOVE) {
          above = new Label(line, part);
        }
      }
    }
    if (field.box() && right != null) {
      return Optional.of(right);
    }
    return Optional.ofNullable(left == null ? above : left);
  }
}
