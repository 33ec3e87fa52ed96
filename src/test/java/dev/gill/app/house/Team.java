package dev.gill.app.house;

import dev.gill.app.config.Groups;
import dev.gill.embed.Embedder;
import dev.gill.embed.Embedders;
import dev.gill.embed.HashEmbedder;
import dev.gill.embed.Scorers;
import dev.gill.index.IndexEngine;
import dev.gill.index.Snapshot;
import dev.gill.lab.Rebuild;
import dev.gill.lab.Verification;
import dev.gill.model.Audience;
import dev.gill.model.Language;
import dev.gill.model.Question;
import dev.gill.model.Reader;
import dev.gill.model.Scored;
import dev.gill.model.SourceId;
import dev.gill.model.Space;
import dev.gill.parse.formats.Formats;
import dev.gill.retrieve.Aids;
import dev.gill.source.folder.FolderSettings;
import dev.gill.source.folder.FolderSource;
import dev.gill.source.git.GitSettings;
import dev.gill.source.git.GitSource;
import dev.gill.sync.Discretion;
import dev.gill.sync.Followed;
import dev.gill.sync.SourceStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A folder of documents and the houses that are opened over it, one after the other. */
final class Team {
  static final SourceId WIKI = new SourceId("wiki");
  private static final int DIMENSION = 48;
  private static final Duration EVERY = Duration.ofSeconds(30);

  private final Path docs;
  private final Path data;
  private final InstantSource clock;
  private final Map<String, Duration> there = new HashMap<>();
  private long room = Long.MAX_VALUE;
  private Optional<Path> repository = Optional.empty();

  Team(Path folder) throws IOException {
    this(folder, folder.resolve("data"), Clock.systemUTC());
  }

  /** With its data in another place, at another time. */
  Team(Path folder, Path data, InstantSource clock) throws IOException {
    this.docs = Files.createDirectories(folder.resolve("docs"));
    this.data = Files.createDirectories(data);
    this.clock = clock;
  }

  Path docs() {
    return docs;
  }

  /** Its documents lie in a Git repository instead. */
  void follow(Path git) {
    repository = Optional.of(git);
  }

  Path data() {
    return data;
  }

  /** A document that can be found by its subject. */
  void write(String name, String subject, String says) throws IOException {
    Files.writeString(docs.resolve(name), "# %s\n\nThe %s %s.\n".formatted(subject, subject, says));
  }

  void write(String name, String text) throws IOException {
    Files.writeString(docs.resolve(name), text);
  }

  /** So many documents that embedding them is bulk. */
  void writeMany(int documents) throws IOException {
    for (int i = 0; i < documents; i++) {
      write("page%03d.md".formatted(i), "subject%03d".formatted(i), "is kept on shelf " + i);
    }
  }

  /** This model can still be opened beside the chosen ones. */
  void keep(String model) {
    keep(model, Duration.ZERO);
  }

  /** The same; the processor works so long for each of its texts. */
  void keep(String model, Duration text) {
    there.put(model, text);
  }

  void room(long bytes) {
    room = bytes;
  }

  /** A house whose English texts are embedded by one model and its Chinese ones by another. */
  House open(GatedEmbedder english, GatedEmbedder chinese) {
    Embedders chosen = new Embedders(Map.of(Language.ENGLISH, english, Language.CHINESE, chinese));
    Models models =
        new Models() {
          @Override
          public Embedders chosen() {
            return chosen;
          }

          @Override
          public Optional<Embedder> open(Space space, Language language) {
            return Optional.ofNullable(there.get(space.model()))
                .map(text -> model(space.model()).working(text));
          }
        };
    Joining joining =
        new Joining(
            this::followed, new Formats(), Formats.RECIPE, Discretion.USUAL, Aids.none(), clock);
    return House.join(
        new Opening(data, House.engines(), models, joining, _ -> room),
        Scorers.none(),
        new Groups(Set.of(), Map.of()));
  }

  static GatedEmbedder model(String name) {
    return new GatedEmbedder(new HashEmbedder(name, DIMENSION));
  }

  private List<Followed> followed() {
    return List.of(
        repository
            .map(git -> new Followed(git(git), "git", Duration.ofMillis(200)))
            .orElseGet(
                () ->
                    new Followed(
                        new FolderSource(FolderSettings.of(WIKI, docs), Formats::known, clock),
                        "folder",
                        EVERY)));
  }

  private GitSource git(Path git) {
    return new GitSource(
        new GitSettings(
            WIKI,
            git.toString(),
            Optional.empty(),
            "",
            "",
            new Audience.Everyone(),
            List.of(),
            List.of(),
            GitSettings.MAX_BYTES,
            data.resolve("clones"),
            Optional.empty()),
        Formats::known);
  }

  /** How the source fares. */
  static SourceStatus status(House house) {
    return house.monitor().sources().getFirst();
  }

  /** Where the index lies that is in use, or will be at the next start. */
  Path index() {
    return new IndexFolders(data).current();
  }

  /** The texts of the passages that are found. */
  static List<String> found(House house, String question) throws InterruptedException {
    return house.answerer().search(new Question(question, Reader.anyone()), 5).stream()
        .map(Team::text)
        .toList();
  }

  private static String text(Scored scored) {
    return scored.passage().chunk().text();
  }

  Set<Space> spaces() {
    return House.engines().spaces(new IndexFolders(data).current()).orElseThrow();
  }

  /** What the index has that a rebuild has not, and the other way round. */
  List<String> differences(House house) throws InterruptedException {
    try (IndexEngine rebuilt =
            Rebuild.of(followed(), new Formats(), Formats.RECIPE, house.embedders(), clock);
        Snapshot left = house.engine().snapshot();
        Snapshot right = rebuilt.snapshot()) {
      return Verification.of(left, right, house.embedders().spaces()).differences();
    }
  }
}
