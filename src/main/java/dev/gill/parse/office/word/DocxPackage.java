package dev.gill.parse.office.word;

import dev.gill.parse.canonical.Limits;
import dev.gill.parse.container.Archive;
import dev.gill.parse.xml.XmlNames;
import dev.gill.parse.xml.XmlNode;
import dev.gill.parse.xml.XmlReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The parts of an Office Open XML file, which lead to each other by relations. */
final class DocxPackage {
  /**
   * Where one part leads.
   *
   * @param type the last word of the relation's type, the same in strict and transitional files
   * @param target the name of another part, or an address outside
   */
  record Relation(String type, String target, boolean outside) {}

  private final Archive archive;
  private final Limits limits;

  DocxPackage(Archive archive, Limits limits) {
    this.archive = archive;
    this.limits = limits;
  }

  /** The relations of a part by their ids; those of the file itself for the empty name. */
  Map<String, Relation> relations(String part) throws IOException {
    int slash = part.lastIndexOf('/') + 1;
    String folder = part.substring(0, slash);
    String name = folder + "_rels/" + part.substring(slash) + ".rels";
    Map<String, Relation> relations = new LinkedHashMap<>();
    read(name, 1, "", node -> relations.put(node.attr("Id"), relation(folder, node)));
    return relations;
  }

  private static Relation relation(String folder, XmlNode node) {
    String type = node.attr("Type");
    boolean outside = node.attr("TargetMode").equals("External");
    String target = node.attr("Target");
    return new Relation(
        type.substring(type.lastIndexOf('/') + 1),
        outside ? target : Archive.resolved(folder, target),
        outside);
  }

  /** The first part that a part leads to by that type. */
  Optional<String> related(String part, String type) throws IOException {
    return all(part, type).stream().findFirst();
  }

  /** All parts that a part leads to by that type, in the order of their names. */
  List<String> all(String part, String type) throws IOException {
    List<String> names = new ArrayList<>();
    for (Relation relation : relations(part).values()) {
      if (!relation.outside() && relation.type().equals(type) && archive.has(relation.target())) {
        names.add(relation.target());
      }
    }
    return names.stream().distinct().sorted().toList();
  }

  /** Reads a part, if it is there, one element of a depth at a time. */
  void read(String part, int depth, String root, Consumer<XmlNode> found) throws IOException {
    if (archive.has(part)) {
      try (InputStream in = archive.entry(part)) {
        XmlReader.read(in, limits, depth, XmlNames.OFFICE, root, found);
      }
    }
  }

  /** The whole of a part; {@link XmlNode#NONE} if it is not there. */
  XmlNode tree(String part) throws IOException {
    XmlNode[] whole = {XmlNode.NONE};
    read(part, 0, "", node -> whole[0] = node);
    return whole[0];
  }
}
