package dev.gill.source.webdav;

import java.io.ByteArrayInputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a server answers to {@code PROPFIND} and {@code REPORT}: RFC 4918, 13, and RFC 6578, 6.2.
 *
 * @param syncToken what to ask with next time; empty if there is none
 */
record Multistatus(List<Entry> entries, String syncToken) {
  /** HTTP dates count seconds, and some servers' clocks two of them. */
  static final int COARSEST_STAMP = 3;

  private static final String DAV = "DAV:";
  private static final String OWNCLOUD = "http://owncloud.org/ns";
  private static final Pattern STATUS = Pattern.compile("HTTP/\\S+\\s+(\\d{3}).*");
  private static final XMLInputFactory FACTORY = factory();

  /**
   * One of them.
   *
   * @param status of the whole; 200 if its properties have statuses of their own
   * @param texts of properties that the server has, by local name
   * @param folder whether it is a collection
   * @param syncs whether it offers {@code sync-collection}
   */
  record Entry(String href, int status, Map<String, String> texts, boolean folder, boolean syncs) {
    String text(String name) {
      return texts.getOrDefault(name, "").strip();
    }

    long size() {
      String text = text("getcontentlength");
      return text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
    }

    Optional<Instant> modified() {
      try {
        return Optional.of(
            DateTimeFormatter.RFC_1123_DATE_TIME
                .withLocale(Locale.ENGLISH)
                .parse(text("getlastmodified"), Instant::from));
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }
  }

  /** The properties that are asked for. */
  static String properties() {
    return "<d:prop><d:resourcetype/><d:getetag/><d:getcontentlength/><d:getlastmodified/>"
        + "<d:creator-displayname/><d:supported-report-set/><d:sync-token/><oc:fileid/></d:prop>";
  }

  /** Declares the names in {@link #properties()}. */
  static String names() {
    return "xmlns:d=\"DAV:\" xmlns:oc=\"%s\"".formatted(OWNCLOUD);
  }

  /**
   * Reads an answer.
   *
   * @throws XMLStreamException if it is none
   */
  static Multistatus parse(byte[] body) throws XMLStreamException {
    XMLStreamReader xml = FACTORY.createXMLStreamReader(new ByteArrayInputStream(body));
    try {
      Reading reading = new Reading();
      boolean multistatus = false;
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            multistatus |= xml.getLocalName().equals("multistatus");
            reading.open(xml.getNamespaceURI(), xml.getLocalName());
          }
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
              reading.text.append(xml.getText());
          case XMLStreamConstants.END_ELEMENT -> reading.close(xml.getLocalName());
          default -> {}
        }
      }
      if (!multistatus) {
        throw new XMLStreamException("no multistatus");
      }
      return new Multistatus(List.copyOf(reading.entries), reading.token);
    } finally {
      xml.close();
    }
  }

  /** Declarations of types and entities are not read, so that an answer stays as large as it is. */
  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  private static final class Reading {
    private final List<Entry> entries = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private Map<String, String> texts = new HashMap<>();
    private Map<String, String> part = new HashMap<>();
    private String href = "";
    private String token = "";
    private int status = 200;
    private int partStatus = 200;
    private boolean within;
    private boolean inPart;
    private boolean folder;
    private boolean syncs;

    void open(String namespace, String name) {
      text.setLength(0);
      if (name.equals("response")) {
        texts = new HashMap<>();
        href = "";
        status = 200;
        within = true;
        folder = false;
        syncs = false;
      } else if (name.equals("propstat")) {
        part = new HashMap<>();
        partStatus = 200;
        inPart = true;
      } else if (inPart && name.equals("collection") && DAV.equals(namespace)) {
        part.put("collection", "");
      } else if (inPart && name.equals("sync-collection") && DAV.equals(namespace)) {
        part.put("sync-collection", "");
      }
    }

    void close(String name) {
      String content = text.toString();
      text.setLength(0);
      switch (name) {
        case "href" -> href = href.isEmpty() ? content.strip() : href;
        case "status" -> status(content);
        case "propstat" -> closePart();
        case "response" -> {
          entries.add(new Entry(href, status, Map.copyOf(texts), folder, syncs));
          within = false;
        }
        case "sync-token" -> {
          if (within) {
            part.put(name, content);
          } else {
            token = content.strip();
          }
        }
        case "getetag", "getcontentlength", "getlastmodified", "creator-displayname", "fileid" ->
            part.put(name, content);
        default -> {}
      }
    }

    private void status(String content) {
      Matcher matcher = STATUS.matcher(content.strip());
      int code = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 500;
      if (inPart) {
        partStatus = code;
      } else {
        status = code;
      }
    }

    private void closePart() {
      inPart = false;
      if (partStatus / 100 == 2) {
        folder |= part.remove("collection") != null;
        syncs |= part.remove("sync-collection") != null;
        texts.putAll(part);
      }
    }
  }
}
