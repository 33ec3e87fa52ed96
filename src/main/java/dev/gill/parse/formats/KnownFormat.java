package dev.gill.parse.formats;

import dev.gill.parse.asciidoc.AsciiDoc;
import dev.gill.parse.canonical.Format;
import dev.gill.parse.confluence.StorageFormat;
import dev.gill.parse.epub.Epub;
import dev.gill.parse.html.Html;
import dev.gill.parse.lark.LarkDocument;
import dev.gill.parse.mail.Calendar;
import dev.gill.parse.mail.Email;
import dev.gill.parse.mail.Msg;
import dev.gill.parse.markdown.Markdown;
import dev.gill.parse.notebook.Notebook;
import dev.gill.parse.office.opendocument.Odp;
import dev.gill.parse.office.opendocument.Ods;
import dev.gill.parse.office.opendocument.Odt;
import dev.gill.parse.office.rtf.Rtf;
import dev.gill.parse.office.sheet.Xls;
import dev.gill.parse.office.sheet.Xlsx;
import dev.gill.parse.office.slides.Ppt;
import dev.gill.parse.office.slides.Pptx;
import dev.gill.parse.office.word.Docx;
import dev.gill.parse.org.Org;
import dev.gill.parse.pdf.Pdf;
import dev.gill.parse.picture.Picture;
import dev.gill.parse.rst.Rst;
import dev.gill.parse.text.Csv;
import dev.gill.parse.text.PlainText;
import dev.gill.parse.text.Transcript;
import dev.gill.parse.wiki.WikiText;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The formats that Gill reads, how their files are named and what to call them. */
enum KnownFormat {
  MARKDOWN("Markdown file", new Markdown(), "md markdown mdx mkd mdown", "text/x-web-markdown"),
  TEXT("text file", new PlainText(), "txt text", "text/plain"),
  HTML("web page", new Html(), "html htm xhtml", "text/html application/xhtml+xml"),
  PDF("PDF", new Pdf(), "pdf", "application/pdf"),
  DOCX(
      "Word document",
      new Docx(),
      "docx docm",
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
  RTF("Rich Text document", new Rtf(), "rtf", "application/rtf text/rtf"),
  PPTX(
      "presentation",
      new Pptx(),
      "pptx pptm",
      "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
  XLSX(
      "workbook",
      new Xlsx(),
      "xlsx xlsm",
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  XLS("workbook", new Xls(), "xls xlt", "application/vnd.ms-excel"),
  PPT("presentation", new Ppt(), "ppt pps", "application/vnd.ms-powerpoint"),
  ODT("OpenDocument text", new Odt(), "odt ott", "application/vnd.oasis.opendocument.text"),
  ODS(
      "OpenDocument spreadsheet",
      new Ods(),
      "ods ots",
      "application/vnd.oasis.opendocument.spreadsheet"),
  ODP(
      "OpenDocument presentation",
      new Odp(),
      "odp otp",
      "application/vnd.oasis.opendocument.presentation"),
  CSV("table", new Csv(), "csv tsv tab", "text/csv text/tab-separated-values"),
  RST("reStructuredText file", new Rst(), "rst rest", "text/x-rst"),
  ASCIIDOC("AsciiDoc file", new AsciiDoc(), "adoc asciidoc asc", "text/x-asciidoc"),
  CALENDAR("calendar", new Calendar(), "ics ical", "text/calendar application/ics"),
  EMAIL("e-mail", new Email(Formats::within), "eml", "message/rfc822"),
  MSG("Outlook message", new Msg(Formats::within), "msg oft", "application/vnd.ms-outlook"),
  NOTEBOOK("notebook", new Notebook(), "ipynb", "application/x-ipynb+json"),
  TRANSCRIPT("transcript", new Transcript(), "vtt srt", "text/vtt application/x-subrip"),
  ORG("Org file", new Org(), "org", "text/org text/x-org"),
  PICTURE("picture", new Picture(), "png jpg jpeg tif tiff", "image/png image/jpeg image/tiff"),
  EPUB("e-book", new Epub(), "epub", "application/epub+zip"),
  WIKITEXT("wiki page", new WikiText(), "mediawiki wikitext", "text/x-wiki"),
  LARK("Lark document", new LarkDocument(), "larkdoc", "application/vnd.lark+json"),
  STORAGE("Confluence page", new StorageFormat(), "", "application/x-confluence-storage");

  /** The formats that are written as templates, or shown as plain text. */
  private static final Set<KnownFormat> WRAPPED =
      EnumSet.of(MARKDOWN, TEXT, HTML, RST, ASCIIDOC, CSV);

  private static final Map<String, KnownFormat> BY_EXTENSION = new HashMap<>();
  private static final Map<String, KnownFormat> BY_MEDIA_TYPE = new HashMap<>();

  static {
    for (KnownFormat known : values()) {
      known.extensions.forEach(extension -> BY_EXTENSION.put(extension, known));
      known.mediaTypes.forEach(type -> BY_MEDIA_TYPE.put(type, known));
    }
  }

  private final String noun;
  private final Format format;
  private final List<String> extensions;
  private final List<String> mediaTypes;

  KnownFormat(String noun, Format format, String extensions, String mediaTypes) {
    this.noun = noun;
    this.format = format;
    this.extensions = extensions.isEmpty() ? List.of() : Arrays.asList(extensions.split(" "));
    this.mediaTypes = Arrays.asList(mediaTypes.split(" "));
  }

  /** What to call such a file in a sentence. */
  String noun() {
    return noun;
  }

  String withArticle() {
    return ("AEOaeo".indexOf(noun.charAt(0)) < 0 ? "a " : "an ") + noun;
  }

  Format format() {
    return format;
  }

  /**
   * By the name of a file or its path: by its extension, by the one that a template's extension
   * wraps ({@code page.html.md.erb} is Markdown), or because files of this name are text.
   */
  static Optional<KnownFormat> ofName(String fileName) {
    String name = fileName.substring(fileName.lastIndexOf('/') + 1);
    Optional<KnownFormat> wrapped = Wrapping.inner(name).flatMap(KnownFormat::ofExtension);
    return wrapped
        .filter(WRAPPED::contains)
        .or(() -> ofExtension(name))
        .or(() -> Optional.of(TEXT).filter(_ -> TextNames.holds(name)));
  }

  private static Optional<KnownFormat> ofExtension(String name) {
    int dot = name.lastIndexOf('.');
    String extension = name.substring(dot + 1).toLowerCase(Locale.ROOT);
    return dot < 0 ? Optional.empty() : Optional.ofNullable(BY_EXTENSION.get(extension));
  }

  /** By media type, without parameters. */
  static Optional<KnownFormat> ofMediaType(String type) {
    return Optional.ofNullable(BY_MEDIA_TYPE.get(type));
  }
}
