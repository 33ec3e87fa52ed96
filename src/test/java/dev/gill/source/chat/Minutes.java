package dev.gill.source.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/**
 * A meeting of QMSum (Zhong et al. 2021, MIT licence) in the form of BEIR: a transcript of one turn
 * a line, and questions of which readers marked the turns that answer them.
 *
 * @param turns in order, the number of each as its id and in its time
 */
public record Minutes(String id, List<Post> turns, List<Asked> questions) {
  /** How long a turn is taken to last, since transcripts say nothing of time. */
  private static final Duration TURN = Duration.ofSeconds(10);

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A question and the numbers of the turns that answer it. */
  public record Asked(String text, Set<Integer> turns) {}

  /** The first so many meetings of a folder of {@code corpus.jsonl.gz} and {@code queries…}. */
  public static List<Minutes> read(Path folder, int most) throws IOException {
    Map<String, List<Asked>> questions = new HashMap<>();
    for (JsonNode each : lines(folder.resolve("queries.jsonl.gz"))) {
      Set<Integer> turns = new TreeSet<>();
      for (JsonNode span : each.path("turn_spans")) {
        IntStream.rangeClosed(span.path(0).asInt(), span.path(1).asInt()).forEach(turns::add);
      }
      String meeting = each.path("_id").asText().replaceFirst("-q\\d+$", "");
      questions
          .computeIfAbsent(meeting, _ -> new ArrayList<>())
          .add(new Asked(each.path("text").asText(), turns));
    }
    Map<String, Minutes> meetings = new TreeMap<>();
    for (JsonNode each : lines(folder.resolve("corpus.jsonl.gz"))) {
      String id = each.path("_id").asText();
      meetings.put(
          id,
          new Minutes(
              id, turns(each.path("text").asText()), questions.getOrDefault(id, List.of())));
    }
    return meetings.values().stream().filter(m -> !m.questions().isEmpty()).limit(most).toList();
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(JSON.readTree(line));
      }
    }
    return lines;
  }

  private static List<Post> turns(String text) {
    List<Post> turns = new ArrayList<>();
    for (String line : text.split("\n")) {
      int colon = line.indexOf(':');
      String who = colon < 0 ? "" : line.substring(0, colon).strip();
      String said = line.substring(colon + 1).replaceAll("\\{\\w+}", " ").strip();
      Instant at = Instant.EPOCH.plus(TURN.multipliedBy(turns.size()));
      turns.add(Post.said("%06d".formatted(turns.size()), who, at, said));
    }
    return turns;
  }

  /** The number of the turn that was said at this moment. */
  public static int turn(Instant at) {
    return (int) Duration.between(Instant.EPOCH, at).dividedBy(TURN);
  }

  /** The turns as Gill joins them. */
  public List<List<Post>> joined() {
    return Joining.of(turns);
  }

  /** Of what answers a question, the share in percent that stands in one conversation. */
  public double together(Asked asked) {
    return joined().stream()
            .mapToLong(
                conversation ->
                    conversation.stream()
                        .filter(post -> asked.turns().contains(turn(post.at())))
                        .count())
            .max()
            .orElse(0)
        * 100.0
        / Math.max(1, asked.turns().size());
  }
}
