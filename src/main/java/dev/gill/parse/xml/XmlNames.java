package dev.gill.parse.xml;

import java.util.Map;

/** What elements and attributes are called, whichever prefixes a file chose. */
@FunctionalInterface
public interface XmlNames {
  /** Names as they stand in the file. */
  XmlNames PLAIN = (uri, local, name) -> name;

  /** Those of Office Open XML, strict or transitional (ECMA-376), with their usual prefixes. */
  XmlNames OFFICE = Office::name;

  String of(String uri, String local, String name);

  /** The namespaces of Office Open XML. */
  final class Office {
    private static final String TRANSITIONAL = "http://schemas.openxmlformats.org/";
    private static final String STRICT = "http://purl.oclc.org/ooxml/";
    private static final String MICROSOFT = "http://schemas.microsoft.com/office/";

    private static final Map<String, String> PREFIXES =
        Map.ofEntries(
            Map.entry("wordprocessingml/main", "w"),
            Map.entry("officeDocument/relationships", "r"),
            Map.entry("officeDocument/math", "m"),
            Map.entry("drawingml/wordprocessingDrawing", "wp"),
            Map.entry("drawingml/main", "a"),
            Map.entry("drawingml/picture", "pic"),
            Map.entry("drawingml/chart", "c"),
            Map.entry("drawingml/diagram", "dgm"),
            Map.entry("markup-compatibility", "mc"),
            Map.entry("package/relationships", "rel"),
            Map.entry(MICROSOFT + "word/2010/wordml", "w14"),
            Map.entry(MICROSOFT + "word/2012/wordml", "w15"),
            Map.entry(MICROSOFT + "word/2015/wordml/symex", "symex"),
            Map.entry(MICROSOFT + "drawing/2014/chartex", "cx"),
            Map.entry(MICROSOFT + "drawing/2017/decorative", "adec"),
            Map.entry("http://purl.org/dc/elements/1.1/", "dc"),
            Map.entry("http://purl.org/dc/terms/", "dcterms"),
            Map.entry("urn:schemas-microsoft-com:vml", "v"),
            Map.entry("urn:schemas-microsoft-com:office:office", "o"));

    private Office() {}

    private static String name(String uri, String local, String name) {
      if (uri.isEmpty()) {
        return local;
      }
      String key = uri;
      if (uri.startsWith(TRANSITIONAL)) {
        key = uri.substring(TRANSITIONAL.length()).replace("/2006", "");
      } else if (uri.startsWith(STRICT)) {
        key = uri.substring(STRICT.length());
      }
      return PREFIXES.getOrDefault(key, "other") + ":" + local;
    }
  }
}
