package dev.gill.source.lark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gill.model.Content;
import dev.gill.model.DocId;
import dev.gill.model.Origin;
import dev.gill.source.Change;
import dev.gill.source.SourceException;
import dev.gill.source.sweep.Listed;
import dev.gill.source.sweep.Seen;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads what was said in a meeting, and what was decided on an application. */
final class Records {
  private static final Set<String> OPEN = Set.of("PENDING");

  private final LarkSettings settings;
  private final LarkApi api;
  private final Users users;
  private final Access access;
  private final Extras extras;

  Records(LarkSettings settings, LarkApi api, Users users, Access access, Extras extras) {
    this.settings = settings;
    this.api = api;
    this.users = users;
    this.access = access;
    this.extras = extras;
  }

  Seen minutes(String token, Listed listed)
      throws SourceException, LarkException, InterruptedException {
    JsonNode about =
        api.get(Paths.of("minutes/v1/minutes/{}", token), Map.of("user_id_type", "open_id"))
            .path("minute");
    byte[] words =
        api.file(
            Paths.of("minutes/v1/minutes/{}/transcript", token),
            Map.of("need_speaker", "true", "need_timestamp", "true", "file_format", "srt"));
    if (words.length == 0) {
      return new Seen.Gone();
    }
    String owner = about.path("owner_id").asText();
    users.learn(List.of(owner));
    return whole(
        listed,
        Digest.of(words),
        new Origin(
            about.path("url").asText(),
            about.path("title").asText(),
            users.name(owner),
            time(about.path("create_time"))),
        new Content.File("application/x-subrip", token + ".srt", words));
  }

  Seen approval(String instance, Listed listed)
      throws SourceException, LarkException, InterruptedException {
    JsonNode about =
        api.get(Paths.of("approval/v4/instances/{}", instance), Map.of("user_id_type", "open_id"));
    Set<String> people = new TreeSet<>(about.findValuesAsText("open_id"));
    about
        .findValues("open_id_list")
        .forEach(list -> list.forEach(each -> people.add(each.asText())));
    about
        .findValues("cc_user_list")
        .forEach(list -> list.forEach(each -> people.add(each.path("open_id").asText())));
    people.remove("");
    users.learn(people);
    if (settings.audience().isEmpty()) {
      Set<Principal> readers = new TreeSet<>();
      people.forEach(id -> readers.add(new Principal(Principal.Kind.USER, id)));
      access.grant(new Item.Approval(instance).shared(), readers);
    }
    Instant end = time(about.path("end_time"));
    boolean open = OPEN.contains(about.path("status").asText()) || end.equals(Instant.EPOCH);
    extras.closed(instance, open ? Instant.MAX : end);
    ObjectNode json = LarkApi.JSON.createObjectNode();
    json.put("kind", "approval").put("zone", settings.zone().toString());
    json.set("instance", about);
    ObjectNode names = json.putObject("names");
    people.stream()
        .filter(id -> !users.name(id).isEmpty())
        .forEach(id -> names.put(id, users.name(id)));
    Content content = Contents.content(listed.key(), json);
    String number = about.path("serial_number").asText();
    return whole(
        listed,
        Digest.of(about.toString().getBytes(StandardCharsets.UTF_8)),
        new Origin(
            "",
            (about.path("approval_name").asText() + " " + number).strip(),
            users.name(about.path("open_id").asText()),
            open ? time(about.path("start_time")) : end),
        content);
  }

  private Seen whole(Listed listed, String revision, Origin origin, Content content) {
    return new Seen.Whole(
        new Change.Upserted(
            new DocId(settings.id(), listed.key()), revision, origin, listed.scope(), content));
  }

  /** Counted in milliseconds. */
  private static Instant time(JsonNode written) {
    String text = written.asText();
    return text.matches("\\d{1,15}") ? Instant.ofEpochMilli(Long.parseLong(text)) : Instant.EPOCH;
  }
}
