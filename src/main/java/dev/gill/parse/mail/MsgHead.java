package dev.gill.parse.mail;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.hsmf.datatypes.Chunks;
import org.apache.poi.hsmf.datatypes.MAPIProperty;
import org.apache.poi.hsmf.datatypes.PropertyValue;
import org.apache.poi.hsmf.datatypes.StringChunk;

/** Reads who wrote to whom, when and about what, of a message that Outlook stores. */
final class MsgHead {
  private static final Pattern DATE = Pattern.compile("(?im)^Date:(.*)$");
  private static final List<MAPIProperty> DATES =
      List.of(MAPIProperty.CLIENT_SUBMIT_TIME, MAPIProperty.MESSAGE_DELIVERY_TIME);

  private MsgHead() {}

  static MailEnvelope of(MAPIMessage message) {
    Chunks chunks = message.getMainChunks();
    String name = words(chunks.getDisplayFromChunk());
    String address = words(chunks.getEmailFromChunk());
    boolean opens = address.contains("@");
    return new MailEnvelope(
        words(chunks.getSubjectChunk()),
        name.isBlank() ? address : name,
        opens && !name.isBlank() ? MailEnvelope.full(name, address) : opens ? address : name,
        names(chunks.getDisplayToChunk()),
        names(chunks.getDisplayCCChunk()),
        date(chunks));
  }

  static String words(StringChunk chunk) {
    return chunk == null || chunk.getValue() == null
        ? ""
        : chunk.getValue().replace("\0", "").strip();
  }

  private static String names(StringChunk chunk) {
    return words(chunk).replaceAll("\\s*;\\s*", ", ");
  }

  private static Optional<OffsetDateTime> date(Chunks chunks) {
    Matcher header = DATE.matcher(words(chunks.getMessageHeaders()));
    String zone = header.find() ? header.group(1) : "";
    return DATES.stream()
        .flatMap(property -> instant(chunks, property).stream())
        .findFirst()
        .map(instant -> instant.atOffset(MailEnvelope.offset(zone)));
  }

  private static Optional<Instant> instant(Chunks chunks, MAPIProperty property) {
    Map<MAPIProperty, List<PropertyValue>> properties = chunks.getProperties();
    return properties.getOrDefault(property, List.of()).stream()
        .map(PropertyValue::getValue)
        .filter(Calendar.class::isInstance)
        .map(value -> ((Calendar) value).toInstant())
        .findFirst();
  }
}
