package dev.gill.source.mail;

import dev.gill.source.mail.Head.Attached;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes heads of the fields of messages. */
final class Heads {
  private static final Pattern ID = Pattern.compile("<([^<>\\s]{1,400})>");
  private static final int LONGEST = 400;

  /** A clock that is further ahead than this is wrong. */
  private static final Duration AHEAD = Duration.ofDays(2);

  /** Fields as they stand in a message; empty where it has none. */
  record Fields(String id, String references, String inReplyTo, String subject) {}

  private Heads() {}

  static Head of(
      String ref,
      Fields fields,
      Set<String> people,
      Optional<Instant> written,
      Instant received,
      long size,
      List<Attached> attached) {
    Instant at =
        written
            .filter(date -> received.equals(Instant.EPOCH) || date.isBefore(received.plus(AHEAD)))
            .orElse(received);
    List<String> ids = ids(fields.id());
    String bare = fields.id().strip().replaceAll("[<>\\s]", "");
    String id =
        !ids.isEmpty()
            ? ids.getFirst()
            : bare.isEmpty() || bare.length() > LONGEST ? made(fields, people, at, size) : bare;
    List<String> references = new ArrayList<>(new LinkedHashSet<>(ids(fields.references())));
    ids(fields.inReplyTo()).stream()
        .filter(each -> !references.contains(each))
        .findFirst()
        .ifPresent(references::add);
    references.remove(id);
    return new Head(ref, id, references, fields.subject(), people, at, size, attached);
  }

  private static List<String> ids(String field) {
    Matcher matcher = ID.matcher(field);
    List<String> ids = new ArrayList<>();
    while (matcher.find()) {
      ids.add(matcher.group(1));
    }
    return ids;
  }

  /** The same for the same message in whichever place. */
  private static String made(Fields fields, Set<String> people, Instant at, long size) {
    String all = "%s\n%s\n%s\n%d".formatted(fields.subject(), people, at, size);
    return "no-id-" + UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8));
  }
}
