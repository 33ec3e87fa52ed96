package dev.gill.source.slack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gill.source.Redaction;
import dev.gill.source.SourceException;
import dev.gill.source.chat.Post;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The zip file of an export. One that has the size and the time that it had is not read again. */
final class Export implements Workspace {
  private record Read(long size, FileTime modified, State state) {}

  private static final Map<String, Kind> LISTS =
      new TreeMap<>(
          Map.of(
              "channels.json", Kind.PUBLIC,
              "groups.json", Kind.PRIVATE,
              "mpims.json", Kind.GROUP,
              "dms.json", Kind.DIRECT));

  private final SlackSettings settings;
  private final Path file;
  private Optional<Read> last = Optional.empty();

  Export(SlackSettings settings) {
    this.settings = settings;
    this.file = settings.path().orElseThrow();
  }

  @Override
  public synchronized State look() throws SourceException, InterruptedException {
    try {
      long size = Files.size(file);
      FileTime modified = Files.getLastModifiedTime(file);
      if (last.filter(r -> r.size() == size && r.modified().equals(modified)).isEmpty()) {
        try (ExportZip zip = new ExportZip(file)) {
          last = Optional.of(new Read(size, modified, read(zip)));
        }
      }
      return last.get().state();
    } catch (IOException e) {
      throw new SourceException.Broken(
          "The export at %s of source %s cannot be read: name the zip file as Slack gives it, with users.json and channels.json in it, in gill.sources.%s.path."
              .formatted(Redaction.path(file), settings.id(), settings.id()),
          e);
    }
  }

  private State read(ExportZip zip) throws IOException, InterruptedException {
    Members members = members(zip.array("users.json").orElseThrow(ExportZip::missing));
    List<State.Held> held = new ArrayList<>();
    for (Map.Entry<String, Kind> list : LISTS.entrySet()) {
      for (JsonNode each : zip.array(list.getKey()).orElse(List.of())) {
        Channel channel = channel(each, list.getValue());
        if (settings.follows(channel)) {
          String folder = channel.name().isEmpty() ? channel.id() : channel.name();
          String written = each.path("name").asText(folder);
          held.add(
              new State.Held(
                  channel, posts(zip, zip.holds(written) ? written : folder), List.of()));
        }
      }
    }
    return new State(members, settings.exportedFrom(), held, Set.of(), Set.of(), "");
  }

  /** The workspace is the one that most accounts belong to. */
  private Members members(List<JsonNode> users) {
    Map<String, Long> teams =
        users.stream()
            .map(user -> user.path("team_id").asText(""))
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    String team =
        teams.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse("");
    Map<String, Member> byId = new HashMap<>();
    users.forEach(user -> byId.put(user.path("id").asText(), Member.of(user, team)));
    return new Members(settings.id().name(), byId);
  }

  private static Channel channel(JsonNode written, Kind kind) {
    Set<String> members = new TreeSet<>();
    written.path("members").forEach(each -> members.add(each.asText()));
    String name = kind.direct() ? "" : written.path("name").asText();
    return new Channel(written.path("id").asText(name), name, kind, members);
  }

  private static List<Post> posts(ExportZip zip, String folder)
      throws IOException, InterruptedException {
    SortedMap<String, Post> posts = new TreeMap<>();
    for (String day : zip.days(folder)) {
      if (Thread.interrupted()) {
        throw new InterruptedException("asked to stop while reading an export");
      }
      for (JsonNode message : zip.array(day).orElse(List.of())) {
        Posts.of(message).ifPresent(post -> posts.put(post.id(), post));
      }
    }
    return List.copyOf(posts.values());
  }
}
