package dev.gill.source.confluence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gill.model.Person;
import dev.gill.source.SourceException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What both editions answer alike, by their first REST API. */
record V1(Api api, Accounts accounts) {
  private static final int PEOPLE = 200;

  /** The restrictions on reading, along with a content. */
  static final String RESTRICTIONS =
      "restrictions.read.restrictions.user,restrictions.read.restrictions.group";

  Optional<String> account() throws SourceException, InterruptedException {
    JsonNode user = api.get("rest/api/user/current");
    return user.path("type").asText().equals("anonymous")
        ? Optional.empty()
        : Optional.of(user.path("displayName").asText());
  }

  /** Contents by their ids, which an index finds. */
  JsonNode byIds(Collection<String> ids, String expand)
      throws SourceException, InterruptedException {
    return api.get(
        "rest/api/content/search?cql=%s&expand=%s&limit=%d"
            .formatted(
                Api.encoded("id in (%s)".formatted(Api.quoted(ids))),
                Api.encoded(expand),
                ids.size()));
  }

  Map<String, Readers> restrictions(Collection<String> ids)
      throws SourceException, InterruptedException {
    Map<String, Readers> found = new HashMap<>();
    for (JsonNode content : byIds(ids, RESTRICTIONS).path("results")) {
      readers(content).ifPresent(readers -> found.put(content.path("id").asText(), readers));
    }
    return found;
  }

  Optional<Readers> readers(JsonNode content) {
    JsonNode read = content.path("restrictions").path("read");
    return read.path("restrictions").isObject()
        ? Optional.of(Readers.restricted(read, accounts))
        : Optional.empty();
  }

  Optional<Readers> restriction(String id) throws SourceException, InterruptedException {
    return api.find(
            "rest/api/content/%s/restriction/byOperation/read?expand=%s"
                .formatted(Api.encoded(id), Api.encoded("restrictions.user,restrictions.group")))
        .filter(read -> read.path("restrictions").isObject())
        .map(read -> Readers.restricted(read, accounts));
  }

  /** Everybody that a list of people names, over all its parts. */
  Set<Person> people(String path) throws SourceException, InterruptedException {
    Set<Person> people = new HashSet<>();
    Optional<String> query = Optional.of("limit=" + PEOPLE);
    while (query.isPresent()) {
      Optional<JsonNode> part = api.find(path + "?" + query.get());
      part.ifPresent(
          list ->
              list.path("results").forEach(user -> accounts.person(user).ifPresent(people::add)));
      query = part.flatMap(Api::next);
    }
    return people;
  }

  static int version(JsonNode content) {
    return content.path("version").path("number").asInt();
  }

  /** A time with its offset; the beginning of 1970 where none is given. */
  static Instant time(String written) {
    try {
      return OffsetDateTime.parse(written).toInstant();
    } catch (DateTimeException e) {
      return Instant.EPOCH;
    }
  }
}
