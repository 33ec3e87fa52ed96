package dev.gill.bench;

import dev.gill.chunk.Chunker;
import dev.gill.embed.Embedder;
import dev.gill.embed.Embedders;
import dev.gill.embed.Role;
import dev.gill.embed.onnx.OnnxModels;
import dev.gill.embed.onnx.OnnxSettings;
import dev.gill.model.Anchor;
import dev.gill.model.Chunk;
import dev.gill.model.Content;
import dev.gill.model.Language;
import dev.gill.model.Message;
import dev.gill.model.Place;
import dev.gill.parse.ParseException;
import dev.gill.parse.formats.Formats;
import dev.gill.source.chat.Minutes;
import dev.gill.source.chat.Post;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Passages of minutes, as Gill cuts them and as windows of equal length, against the turns that
 * readers marked as the answer: how often the best passage of the meeting, or one of the best five,
 * holds such a turn. By vectors alone.
 */
final class MinutesTrial {
  private static final int WINDOW_TOKENS = 230;
  private static final int BEST = 5;

  /** A passage and the numbers of its turns. */
  private record Passage(String text, Set<Integer> turns) {}

  private static final class Sum {
    private int first;
    private int some;
    private double chance;
    private int passages;
  }

  private final List<Minutes> meetings;
  private final Sum gill = new Sum();
  private final Sum whole = new Sum();
  private final Sum windows = new Sum();
  private double together;
  private int questions;

  private MinutesTrial(List<Minutes> meetings) {
    this.meetings = meetings;
  }

  static List<Row> of(Path folder, int most, Progress progress) throws Exception {
    MinutesTrial trial = new MinutesTrial(Minutes.read(folder, most));
    try (Embedders embedders = new OnnxModels(Path.of("models"), OnnxSettings.defaults()).open()) {
      Embedder embedder = embedders.of(Language.ENGLISH);
      int done = 0;
      for (Minutes meeting : trial.meetings) {
        trial.count(meeting, embedder);
        if (++done % 10 == 0) {
          progress.say("%d of %d meetings".formatted(done, trial.meetings.size()));
        }
      }
    }
    return List.of(
        trial
            .row("Gill", trial.gill)
            .with("answers in one conversation", trial.together / trial.questions),
        trial.row("one conversation", trial.whole),
        trial.row("windows of %d tokens".formatted(WINDOW_TOKENS), trial.windows));
  }

  private Row row(String name, Sum sum) {
    return Row.of(name)
        .with("best holds the answer", 100.0 * sum.first / questions)
        .with("one of %d does".formatted(BEST), 100.0 * sum.some / questions)
        .with("by chance the best", 100.0 * sum.chance / questions)
        .with("passages", (double) sum.passages)
        .with("questions", (double) questions);
  }

  private void count(Minutes meeting, Embedder embedder) throws Exception {
    List<float[]> asked =
        embedder.embed(
            meeting.questions().stream().map(Minutes.Asked::text).toList(), Role.QUESTION);
    count(meeting, asked, passages(meeting.joined(), embedder), gill, embedder);
    count(meeting, asked, passages(List.of(meeting.turns()), embedder), whole, embedder);
    count(meeting, asked, windows(meeting, embedder), windows, embedder);
    questions += meeting.questions().size();
    for (Minutes.Asked each : meeting.questions()) {
      together += meeting.together(each);
    }
  }

  private static void count(
      Minutes meeting, List<float[]> asked, List<Passage> passages, Sum sum, Embedder embedder)
      throws InterruptedException {
    List<float[]> vectors = embedder.embedInBulk(passages.stream().map(Passage::text).toList());
    sum.passages += passages.size();
    for (int i = 0; i < asked.size(); i++) {
      float[] question = asked.get(i);
      Set<Integer> wanted = meeting.questions().get(i).turns();
      List<Boolean> ranked =
          IntStream.range(0, passages.size())
              .boxed()
              .sorted(Comparator.comparingDouble(p -> -dot(question, vectors.get(p))))
              .map(p -> passages.get(p).turns().stream().anyMatch(wanted::contains))
              .toList();
      sum.first += !ranked.isEmpty() && ranked.getFirst() ? 1 : 0;
      sum.some += ranked.stream().limit(BEST).anyMatch(holds -> holds) ? 1 : 0;
      sum.chance += ranked.stream().filter(holds -> holds).count() / (double) ranked.size();
    }
  }

  private static float dot(float[] one, float[] other) {
    float sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  private static List<Passage> passages(List<List<Post>> joined, Embedder embedder)
      throws ParseException {
    Chunker chunker = new Chunker(embedder::tokens, embedder.capacity());
    List<Passage> passages = new ArrayList<>();
    for (List<Post> conversation : joined) {
      List<Message> messages =
          conversation.stream()
              .filter(post -> !post.text().isBlank())
              .map(
                  post ->
                      new Message(
                          post.id(), post.name(), post.at(), "", post.text(), post.replyTo()))
              .toList();
      if (!messages.isEmpty()) {
        for (Chunk chunk : chunker.chunk(new Formats().parse(new Content.Conversation(messages)))) {
          passages.add(new Passage(chunk.embedded(), turns(chunk)));
        }
      }
    }
    return passages;
  }

  private static Set<Integer> turns(Chunk chunk) {
    return chunk.anchors().stream()
        .filter(anchor -> anchor.offset() < chunk.end())
        .map(Anchor::place)
        .filter(Place.Message.class::isInstance)
        .map(place -> Minutes.turn(((Place.Message) place).at()))
        .collect(Collectors.toSet());
  }

  /** As is usual for text of which nothing is known. */
  private static List<Passage> windows(Minutes meeting, Embedder embedder) {
    List<Passage> windows = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    Set<Integer> turns = new TreeSet<>();
    int tokens = 0;
    for (Post post : meeting.turns()) {
      for (String word : post.text().split("\\s+")) {
        text.append(word).append(' ');
        turns.add(Minutes.turn(post.at()));
        tokens += embedder.tokens(word);
        if (tokens >= WINDOW_TOKENS) {
          windows.add(new Passage(text.toString().strip(), Set.copyOf(turns)));
          text.setLength(0);
          turns.clear();
          tokens = 0;
        }
      }
    }
    if (!text.toString().isBlank()) {
      windows.add(new Passage(text.toString().strip(), Set.copyOf(turns)));
    }
    return windows;
  }
}
