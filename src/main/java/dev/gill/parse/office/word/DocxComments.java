package dev.gill.parse.office.word;

import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.xml.XmlNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The remarks in the margin; those that are marked as done are left out. */
final class DocxComments {
  private final Map<String, XmlNode> comments = new HashMap<>();
  private final Set<String> done = new HashSet<>();

  void add(XmlNode comment) {
    comments.put(comment.attr("w:id"), comment);
  }

  /** What else is known of a comment: whether it is done. */
  void addState(XmlNode state) {
    if (state.attr("w15:done").matches("1|true|on")) {
      done.add(state.attr("w15:paraId"));
    }
  }

  /**
   * The comment of this id, to be read once where its mark stands.
   *
   * @return {@link XmlNode#NONE} if there is none or it is done
   */
  XmlNode take(String id) {
    XmlNode comment = comments.getOrDefault(id, XmlNode.NONE);
    List<XmlNode> paragraphs = comment.all("w:p");
    if (paragraphs.isEmpty() || done.contains(paragraphs.getLast().attr("w14:paraId"))) {
      return XmlNode.NONE;
    }
    comments.remove(id);
    return comment;
  }

  /** Counts those that were not read. */
  void end(CanonicalText text) {
    comments.values().forEach(comment -> text.leftOut(LeftOut.Kind.COMMENT));
  }
}
