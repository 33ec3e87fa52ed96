package dev.gill.parse.office.opendocument;

import dev.gill.parse.office.ReadingOrder;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.AttributesImpl;

/**
 * Holds back what a slide holds until all of it is known, and hands it on in the order in which its
 * boxes are read, which need not be that in which they were drawn.
 */
final class OdpBoxes {
  private static final Pattern LENGTH = Pattern.compile("(-?[\\d.]{1,20})(cm|mm|in|pt|pc)");
  private static final Map<String, Double> POINTS =
      Map.of("cm", 28.35, "mm", 2.835, "in", 72.0, "pt", 1.0, "pc", 12.0);

  /** What is said of an element: that it may be hidden, that it begins or ends, or its words. */
  interface Reader {
    void passed(String name, Attributes attributes);

    void began(String name, Attributes attributes);

    void ended(String name);

    void said(String words);
  }

  /** Something that lies on the slide, and what is said of it. */
  private static final class Box {
    private final List<Runnable> events = new ArrayList<>();
    private Rectangle2D place;

    Rectangle2D place() {
      return place;
    }

    void run() {
      events.forEach(Runnable::run);
    }
  }

  /** A slide of so many pieces is read as it was drawn. */
  private static final int MOST = 100_000;

  private final Reader reader;
  private final List<Box> boxes = new ArrayList<>();
  private final List<Box> notes = new ArrayList<>();
  private Box current = new Box();
  private int depth;
  private int held;

  OdpBoxes(Reader reader) {
    this.reader = reader;
  }

  void passes(String name, Attributes attributes) {
    if (depth == 0) {
      current = new Box();
      (name.equals("presentation:notes") ? notes : boxes).add(current);
    }
    Attributes kept = new AttributesImpl(attributes);
    widen(current, kept);
    hold(() -> reader.passed(name, kept));
  }

  void start(String name, Attributes attributes) {
    depth++;
    Attributes kept = new AttributesImpl(attributes);
    hold(() -> reader.began(name, kept));
  }

  void end(String name) {
    if (depth > 0) {
      depth--;
      hold(() -> reader.ended(name));
    }
  }

  void words(String words) {
    if (depth > 0) {
      hold(() -> reader.said(words));
    }
  }

  private void hold(Runnable event) {
    if (++held == MOST) {
      boxes.addAll(notes);
      boxes.forEach(Box::run);
      boxes.clear();
      notes.clear();
    }
    if (held < MOST) {
      current.events.add(event);
    } else {
      event.run();
    }
  }

  /** The slide ends. */
  void handOn() {
    List<Box> read = ReadingOrder.of(boxes, Box::place);
    List<Box> after = List.copyOf(notes);
    boxes.clear();
    notes.clear();
    depth = 0;
    held = 0;
    read.forEach(Box::run);
    after.forEach(Box::run);
  }

  private static void widen(Box box, Attributes attributes) {
    Double x = length(attributes, "svg:x");
    Double y = length(attributes, "svg:y");
    Double width = length(attributes, "svg:width");
    Double height = length(attributes, "svg:height");
    if (x != null && y != null && width != null && height != null) {
      Rectangle2D place = new Rectangle2D.Double(x, y, width, height);
      box.place = box.place == null ? place : box.place.createUnion(place);
    }
  }

  /** In points; null if there is none. */
  private static Double length(Attributes attributes, String name) {
    Matcher length = LENGTH.matcher(OdfHandler.value(attributes, name));
    if (!length.matches()) {
      return null;
    }
    try {
      return Double.parseDouble(length.group(1)) * POINTS.get(length.group(2));
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
