package dev.gill.source.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a room is kept: a file for its head and one for the messages of each month, so that an edit
 * has a month of them written anew and no more.
 */
record RoomFiles(RoomFile head, SortedMap<String, RoomFile> months) {
  static final String HEAD = ".head";
  static final String MESSAGES = ".jsonl";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("uuuu-MM").withZone(ZoneOffset.UTC);

  RoomFiles {
    months = Collections.unmodifiableSortedMap(new TreeMap<>(months));
  }

  /**
   * What they say.
   *
   * @param written accounts of whom they hold texts
   * @param leftOut accounts of whom they hold notes in their place
   */
  record Read(Kept room, Set<String> written, Set<String> leftOut) {}

  /** The files of a room as they are now, and what they hold. */
  record Before(RoomFiles files, Kept room) {}

  /**
   * Writes what differs: to the end of a month's file if the month only got more messages, else to
   * a new one.
   *
   * @param names of new files, without their endings
   */
  static RoomFiles write(
      Path folder,
      Supplier<String> names,
      Optional<Before> before,
      Kept room,
      Predicate<String> optedOut)
      throws IOException {
    SortedMap<String, List<Post>> known = byMonth(before.map(Before::room));
    SortedMap<String, RoomFile> months = new TreeMap<>();
    for (Map.Entry<String, List<Post>> each : byMonth(Optional.of(room)).entrySet()) {
      Optional<RoomFile> file = before.map(b -> b.files().months().get(each.getKey()));
      List<Post> there = known.getOrDefault(each.getKey(), List.of());
      List<Post> now = each.getValue();
      boolean grows =
          file.isPresent()
              && there.size() <= now.size()
              && now.subList(0, there.size()).equals(there);
      RoomFile from = grows ? file.get() : RoomFile.none(names.get() + MESSAGES);
      List<Post> more = grows ? now.subList(there.size(), now.size()) : now;
      List<JsonNode> lines =
          more.stream()
              .<JsonNode>map(post -> PostLine.of(post, optedOut.test(post.account())))
              .toList();
      months.put(each.getKey(), lines.isEmpty() ? from : from.append(folder, lines));
    }
    return new RoomFiles(head(folder, names, before, room.head()), months);
  }

  private static RoomFile head(
      Path folder, Supplier<String> names, Optional<Before> before, String head)
      throws IOException {
    Optional<Before> same = before.filter(b -> b.room().head().equals(head));
    return same.isPresent()
        ? same.get().files().head()
        : RoomFile.none(names.get() + HEAD)
            .append(folder, List.of(JSON.createObjectNode().put("head", head)));
  }

  private static SortedMap<String, List<Post>> byMonth(Optional<Kept> room) {
    return room.stream()
        .flatMap(kept -> kept.posts().values().stream())
        .collect(
            Collectors.groupingBy(
                post -> MONTH.format(post.at()), TreeMap::new, Collectors.toList()));
  }

  /** Reads them; empty if one is not there or not whole. */
  Optional<Read> read(Path folder) throws IOException {
    Optional<List<JsonNode>> first = head.read(folder);
    Map<String, Post> posts = new LinkedHashMap<>();
    Set<String> written = new HashSet<>();
    Set<String> leftOut = new HashSet<>();
    try {
      for (RoomFile month : months.values()) {
        Optional<List<JsonNode>> lines = month.read(folder);
        if (lines.isEmpty()) {
          return Optional.empty();
        }
        for (JsonNode line : lines.get()) {
          Post post = PostLine.read(line);
          posts.put(post.id(), post);
          (PostLine.isLeftOut(line) ? leftOut : written).add(post.account());
        }
      }
    } catch (DateTimeException e) {
      return Optional.empty();
    }
    return first
        .filter(lines -> !lines.isEmpty())
        .map(lines -> new Kept(lines.getLast().path("head").asText(), posts))
        .map(room -> new Read(room, written, leftOut));
  }

  /** The names of all of them. */
  Stream<String> names() {
    return Stream.concat(Stream.of(head), months.values().stream()).map(RoomFile::name);
  }
}
