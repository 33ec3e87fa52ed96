package dev.gill.parse.office;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.util.XMLHelper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The parts of an office document by what they are to each other. Kinds of relationships and
 * elements are known by their last names, so that strict Open XML is read as the transitional one.
 */
public final class OfficeXml {
  private static final String CORE = "/officeDocument";

  private OfficeXml() {}

  /**
   * The part that holds the document itself.
   *
   * @throws IOException if there is none
   */
  public static PackagePart main(OPCPackage office) throws IOException {
    for (PackageRelationship relationship : office.getRelationships()) {
      if (relationship.getRelationshipType().endsWith(CORE)) {
        return Optional.ofNullable(office.getPart(relationship))
            .orElseThrow(() -> new IOException("no document inside"));
      }
    }
    throw new IOException("no document inside");
  }

  /** The parts that stand in a relationship of that kind to this one. */
  public static List<PackagePart> related(PackagePart part, String kind) throws IOException {
    List<PackagePart> related = new ArrayList<>();
    try {
      for (PackageRelationship relationship : part.getRelationships()) {
        if (relationship.getRelationshipType().endsWith("/" + kind)
            && relationship.getTargetMode() == TargetMode.INTERNAL) {
          Optional.ofNullable(part.getRelatedPart(relationship)).ifPresent(related::add);
        }
      }
    } catch (InvalidFormatException e) {
      throw new IOException(e);
    }
    return related;
  }

  /** The part of this relationship; empty if there is none. */
  public static Optional<PackagePart> byId(PackagePart part, String id) throws IOException {
    try {
      PackageRelationship relationship = part.getRelationship(id);
      return relationship == null || relationship.getTargetMode() != TargetMode.INTERNAL
          ? Optional.empty()
          : Optional.ofNullable(part.getRelatedPart(relationship));
    } catch (InvalidFormatException e) {
      throw new IOException(e);
    }
  }

  /** Where a relationship leads outside of the document; empty if it does not. */
  public static String target(PackagePart part, String id) {
    PackageRelationship relationship = part.getRelationship(id);
    return relationship == null || relationship.getTargetMode() != TargetMode.EXTERNAL
        ? ""
        : relationship.getTargetURI().toString();
  }

  /** Hands the part's elements on as they come. */
  public static void stream(PackagePart part, DefaultHandler handler) throws IOException {
    try (InputStream in = part.getInputStream()) {
      XMLReader reader = XMLHelper.newXMLReader();
      reader.setContentHandler(handler);
      reader.parse(new InputSource(in));
    } catch (SAXException | ParserConfigurationException e) {
      throw new IOException(e);
    }
  }

  /** The part as a tree. */
  public static Document tree(PackagePart part) throws IOException {
    try (InputStream in = part.getInputStream()) {
      return Jsoup.parse(in, "UTF-8", "", Parser.xmlParser());
    }
  }

  /** An attribute by its last name; empty if there is none. */
  public static String value(Attributes attributes, String name) {
    for (int i = 0; i < attributes.getLength(); i++) {
      if (attributes.getLocalName(i).equals(name)) {
        return attributes.getValue(i);
      }
    }
    return "";
  }

  public static boolean isOn(Attributes attributes, String name) {
    String value = value(attributes, name);
    return value.equals("1") || value.equals("true") || value.equals("on");
  }

  /** A number that is not below 0; the other one where none is written. */
  public static int number(Attributes attributes, String name, int otherwise) {
    String value = value(attributes, name);
    return value.matches("\\d{1,9}") ? Integer.parseInt(value) : otherwise;
  }
}
