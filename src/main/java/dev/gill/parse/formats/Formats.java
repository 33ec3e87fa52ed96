package dev.gill.parse.formats;

import dev.gill.model.Content;
import dev.gill.model.LeftOut;
import dev.gill.parse.Document;
import dev.gill.parse.ParseException;
import dev.gill.parse.Parser;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Limits;
import dev.gill.parse.canonical.Refused;
import dev.gill.parse.recognition.Recognition;
import dev.gill.parse.recognition.Tesseract;
import dev.gill.parse.text.ConversationWriter;
import java.io.IOException;
import java.util.Optional;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;

/**
 * The parser for every format that Gill reads. The format follows from the file name's extension,
 * and by the content where that is unknown.
 */
public final class Formats implements Parser {
  /**
   * The version of this stage: it changes whenever the same bytes give another document, and with
   * whether pictures can be read here.
   */
  public static final String RECIPE =
      "parse-13" + (Tesseract.installed().isThere() ? "-recognition" : "");

  private static final class Detection {
    private static final Detector DETECTOR = new DefaultDetector();
  }

  private final Limits limits;
  private final Recognition recognition;

  /** Parses within {@link Limits#DEFAULT}; Tesseract reads pictures where it is installed. */
  public Formats() {
    this(Limits.DEFAULT, Tesseract.installed());
  }

  /** Parses within these limits, with that for pictures. */
  public Formats(Limits limits, Recognition recognition) {
    this.limits = limits;
    this.recognition = recognition;
  }

  /** Whether a file of this name, or path, has a format that Gill reads. */
  public static boolean known(String fileName) {
    return KnownFormat.ofName(fileName)
        .filter(known -> known != KnownFormat.PICTURE || Tesseract.installed().isThere())
        .isPresent();
  }

  @Override
  public Document parse(Content content) throws ParseException {
    return switch (content) {
      case Content.File file -> parse(file);
      case Content.Conversation conversation -> parse(conversation);
    };
  }

  private Document parse(Content.Conversation conversation) throws ParseException {
    CanonicalText text = new CanonicalText(limits);
    try {
      new ConversationWriter(text).write(conversation.messages());
    } catch (Refused e) {
      throw new ParseException(e.getMessage(), e);
    }
    if (text.isEmpty()) {
      throw new ParseException("The conversation holds no text.");
    }
    return text.build("conversation");
  }

  private Document parse(Content.File content) throws ParseException {
    byte[] bytes = content.bytes();
    if (bytes.length == 0) {
      throw new ParseException("The file is empty.");
    }
    if (bytes.length > limits.inputBytes()) {
      throw new ParseException(
          "The file holds %,d bytes, more than the %,d that Gill reads; split it."
              .formatted(bytes.length, limits.inputBytes()));
    }
    KnownFormat known = held(format(content), bytes, limits);
    CanonicalText text = new CanonicalText(limits, recognition);
    if (!content.mediaType().isEmpty()) {
      text.page();
    }
    if (Wrapping.template(content.name()) && content.mediaType().isEmpty()) {
      TemplateTags.Stripped stripped = TemplateTags.strip(bytes);
      read(known, stripped.bytes(), text);
      text.leftOut(LeftOut.Kind.TEMPLATE, stripped.tags());
    } else {
      read(known, bytes, text);
    }
    if (text.isEmpty()) {
      throw textless(known);
    }
    return text.build(known.noun());
  }

  private static ParseException textless(KnownFormat known) {
    return switch (known) {
      case PICTURE -> ParseException.wordless("The picture shows no words.");
      case PDF ->
          new ParseException(
              "The PDF holds no text; if it is a scan, run text recognition on it first.");
      default -> new ParseException("The %s holds no text.".formatted(known.noun()));
    };
  }

  /**
   * Reads a file that another one holds.
   *
   * @param text of the outer one, whose limits hold for both together
   */
  static Document within(String name, String type, byte[] bytes, CanonicalText text)
      throws ParseException {
    if (bytes.length == 0 || !text.mayNest()) {
      throw new ParseException("The file is empty, or one of too many.");
    }
    KnownFormat named = format(new Content.File(known(name) ? "" : type, name, bytes));
    KnownFormat known = held(named, bytes, text.limits());
    CanonicalText inner = text.nested();
    read(known, bytes, inner);
    if (inner.isEmpty()) {
      throw new ParseException("The %s holds no text.".formatted(known.noun()));
    }
    return inner.build(known.noun());
  }

  private static KnownFormat held(KnownFormat named, byte[] bytes, Limits limits)
      throws ParseException {
    try {
      return OfficeContent.format(named, bytes, limits);
    } catch (Refused e) {
      throw new ParseException(e.getMessage(), e);
    } catch (IOException | RuntimeException e) {
      throw broken(named, e);
    }
  }

  private static void read(KnownFormat known, byte[] bytes, CanonicalText text)
      throws ParseException {
    try {
      known.format().read(bytes, text);
    } catch (Refused e) {
      throw new ParseException(e.getMessage(), e);
    } catch (StackOverflowError e) {
      throw new ParseException(Refused.nested().getMessage(), e);
    } catch (IOException | RuntimeException | LinkageError e) {
      throw refusalIn(e)
          .map(refused -> new ParseException(refused.getMessage(), e))
          .orElseGet(() -> broken(known, e));
    }
  }

  /** Third-party parsers wrap what is thrown inside their callbacks. */
  private static Optional<Refused> refusalIn(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refused refused) {
        return Optional.of(refused);
      }
    }
    return Optional.empty();
  }

  private static ParseException broken(KnownFormat known, Throwable cause) {
    return new ParseException(
        "The file is broken, or not %s although its name says so; save it anew."
            .formatted(known.withArticle()),
        cause);
  }

  private static KnownFormat format(Content.File content) throws ParseException {
    Optional<KnownFormat> known =
        KnownFormat.ofMediaType(content.mediaType()).or(() -> KnownFormat.ofName(content.name()));
    if (known.isPresent()) {
      return TextNames.holds(content.name()) && content.mediaType().isEmpty()
          ? TextNames.format(content.name(), content.bytes())
          : known.get();
    }
    String type = detect(content);
    return KnownFormat.ofMediaType(type)
        .orElseThrow(
            () ->
                new ParseException(
                    "Gill does not read files of the type %s; save it in another format."
                        .formatted(type)));
  }

  private static String detect(Content.File content) throws ParseException {
    Metadata metadata = new Metadata();
    metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, content.name());
    try (TikaInputStream stream = TikaInputStream.get(content.bytes())) {
      MediaType type = Detection.DETECTOR.detect(stream, metadata);
      return type.getBaseType().toString();
    } catch (IOException | RuntimeException | LinkageError e) {
      throw new ParseException(
          "The file's format cannot be recognized; give it the extension of its format.", e);
    }
  }
}
