package dev.gill.source.mediawiki;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gill.source.SourceException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What a wiki says of itself.
 *
 * @param name what it is called
 * @param generator its software and version
 * @param namespaces the numbers of those that are followed
 * @param names all names of all namespaces, in lower case
 * @param readers the groups that have the right to read; {@code *} is everybody
 * @param files how many files were uploaded
 */
record Site(
    String name,
    String generator,
    Set<Integer> namespaces,
    Map<String, Integer> names,
    Set<String> readers,
    long files) {
  static final int FILE = 6;
  static final int TEMPLATE = 10;
  static final int CATEGORY = 14;
  static final int MODULE = 828;
  private static final int PROJECT = 4;
  private static final int HELP = 12;

  static Site read(WikiApi api, MediaWikiSettings settings)
      throws SourceException, InterruptedException {
    JsonNode query =
        api.queryAll(
                Map.of(
                    "meta",
                    "siteinfo",
                    "siprop",
                    "general|namespaces|namespacealiases|usergroups|statistics"))
            .path("query");
    Map<String, Integer> names = names(query);
    return new Site(
        query.path("general").path("sitename").asText(),
        query.path("general").path("generator").asText(),
        chosen(query.path("namespaces"), names, settings),
        names,
        readers(query.path("usergroups")),
        query.path("statistics").path("images").asLong());
  }

  /** The followed namespaces by their names. */
  String shown() {
    return names.entrySet().stream()
        .filter(entry -> namespaces.contains(entry.getValue()) && !entry.getKey().isEmpty())
        .collect(
            Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey, (one, _) -> one, TreeMap::new))
        .values()
        .stream()
        .collect(Collectors.joining(", "));
  }

  /** Whether somebody without an account may read it, restricted pages apart. */
  boolean openToAll() {
    return readers.contains("*");
  }

  /** Whether an edit of such a page changes what others say. */
  static boolean isPart(int namespace) {
    return namespace == TEMPLATE || namespace == MODULE;
  }

  private static Map<String, Integer> names(JsonNode query) {
    Map<String, Integer> names = new TreeMap<>();
    for (JsonNode space : query.path("namespaces")) {
      names.put(key(space.path("name").asText()), space.path("id").asInt());
      names.putIfAbsent(key(space.path("canonical").asText()), space.path("id").asInt());
    }
    for (JsonNode alias : query.path("namespacealiases")) {
      names.putIfAbsent(key(alias.path("alias").asText()), alias.path("id").asInt());
    }
    names.put("", 0);
    names.put("main", 0);
    return names;
  }

  private static Set<Integer> chosen(
      JsonNode spaces, Map<String, Integer> names, MediaWikiSettings settings)
      throws SourceException {
    Set<Integer> chosen = new TreeSet<>();
    for (String written : settings.namespaces()) {
      chosen.add(
          Optional.ofNullable(names.get(key(written)))
              .or(() -> number(spaces, written))
              .filter(id -> id >= 0)
              .orElseThrow(
                  () ->
                      new SourceException.Broken(
                          "The wiki of source %s does not have one of the configured namespaces: correct gill.sources.%s.namespaces; it has %s."
                              .formatted(settings.id(), settings.id(), list(spaces)),
                          null)));
    }
    if (chosen.isEmpty()) {
      for (JsonNode space : spaces) {
        int id = space.path("id").asInt();
        if (space.path("content").asBoolean() || id == PROJECT || id == HELP) {
          chosen.add(id);
        }
      }
    }
    return chosen;
  }

  private static Optional<Integer> number(JsonNode spaces, String written) {
    return written.matches("\\d{1,6}") && spaces.has(written)
        ? Optional.of(Integer.parseInt(written))
        : Optional.empty();
  }

  private static String list(JsonNode spaces) {
    return StreamSupport.stream(spaces.spliterator(), false)
        .filter(space -> space.path("id").asInt() >= 0)
        .map(space -> space.path("id").asInt() == 0 ? "main" : space.path("name").asText())
        .collect(Collectors.joining(", "));
  }

  private static Set<String> readers(JsonNode groups) {
    Set<String> readers = new TreeSet<>();
    for (JsonNode group : groups) {
      for (JsonNode right : group.path("rights")) {
        if (right.asText().equals("read")) {
          readers.add(group.path("name").asText());
        }
      }
    }
    return readers;
  }

  private static String key(String name) {
    return name.replace('_', ' ').strip().toLowerCase(Locale.ROOT);
  }

  /** The number of the namespace of this name; -1 if there is none. */
  int number(String written) {
    return names.getOrDefault(key(written), -1);
  }
}
