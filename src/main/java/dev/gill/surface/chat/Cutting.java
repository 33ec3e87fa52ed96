package dev.gill.surface.chat;

import dev.gill.model.Part;
import java.util.ArrayList;
import java.util.List;

/** Makes texts fit into messages. */
final class Cutting {
  private Cutting() {}

  /** At most so many Unicode characters, an ellipsis among them. */
  static String cut(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most - 1)).stripTrailing() + "…";
  }

  /** The first parts of at most so many characters; the last of them ends with a line if it can. */
  static List<Part> fitting(List<Part> parts, int most) {
    List<Part> fitting = new ArrayList<>();
    int left = most;
    for (Part part : parts) {
      if (part.text().length() > left) {
        String begun = lines(part.text(), left);
        if (!begun.isBlank()) {
          fitting.add(new Part(part.kind(), begun, part.marked()));
        }
        break;
      }
      fitting.add(part);
      left -= part.text().length();
    }
    return fitting;
  }

  private static String lines(String text, int most) {
    int end = text.lastIndexOf('\n', most);
    return end > 0 ? text.substring(0, end) : cut(text, Math.max(1, most));
  }
}
