package dev.gill.bench;

import dev.gill.embed.Embedders;
import dev.gill.index.IndexEngine;
import dev.gill.index.Snapshot;
import dev.gill.index.lucene.LuceneEngine;
import dev.gill.model.Language;
import dev.gill.model.Space;
import dev.gill.parse.formats.Formats;
import dev.gill.source.folder.FolderSettings;
import dev.gill.source.folder.FolderSource;
import dev.gill.sync.Breathing;
import dev.gill.sync.Followed;
import dev.gill.sync.Intake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A corpus as files in folders, taken in as Gill takes in any folder, with made-up vectors in the
 * place of a model's: Gill itself can be started on it and finds nothing changed.
 */
record CorpusIndex(Path home, Corpus corpus, Map<Language, Space> spaces) {
  private static final Instant WRITTEN = Instant.parse("2026-01-01T00:00:00Z");
  private static final int SMALL = 10_000;

  /** Embedders that know the corpus and these questions. */
  Embedders embedders(List<Corpus.Asked> questions) {
    return new Embedders(
        spaces.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    entry -> {
                      CorpusEmbedder embedder = new CorpusEmbedder(entry.getValue(), corpus);
                      questions.forEach(embedder::learn);
                      return embedder;
                    })));
  }

  LuceneEngine open() {
    return LuceneEngine.open(folder(), Set.copyOf(spaces.values()));
  }

  Path folder() {
    return home.resolve("data").resolve("index");
  }

  /** Whether it was made whole already. */
  boolean made() throws IOException {
    return Files.isRegularFile(done()) && Files.readString(done()).equals(about());
  }

  /** What it depends on: another model has another space. */
  private String about() {
    return corpus.about()
        + ", "
        + new TreeSet<>(spaces.values().stream().map(Space::toString).toList());
  }

  private Path done() {
    return home.resolve("made");
  }

  /** Makes it anew; returns how many seconds taking it in lasted. */
  double make(Progress progress) throws IOException, InterruptedException {
    if (Files.exists(home)) {
      delete(home);
    }
    progress.say("writing %,d documents".formatted(corpus.documents()));
    write();
    progress.say("taking in %,d chunks".formatted(corpus.chunks()));
    long before = System.nanoTime();
    try (Embedders embedders = embedders(List.of());
        LuceneEngine engine = open()) {
      Intake intake =
          new Intake(engine, new Formats(), Formats.RECIPE, embedders, Clock.systemUTC());
      try (Breathing breathing = new Breathing(followed(), engine, intake, Clock.systemUTC())) {
        breathing.breatheOnce();
      }
      settle(progress);
      long chunks = chunks(engine);
      if (chunks != corpus.chunks()) {
        throw new IOException(
            "the index holds %,d chunks where %,d were told".formatted(chunks, corpus.chunks()));
      }
    }
    double seconds = (System.nanoTime() - before) / 1e9;
    Files.writeString(done(), about());
    return seconds;
  }

  /** Segments go on being merged after the last commit; closing would break that off. */
  private void settle(Progress progress) throws IOException {
    progress.say("waiting for merges");
    Set<String> before = Set.of();
    Set<String> now = files();
    while (!now.equals(before) || merging(now)) {
      LockSupport.parkNanos(Duration.ofMillis(corpus.chunks() < SMALL ? 10 : 8000).toNanos());
      before = now;
      now = files();
    }
  }

  /** A segment is described by a file of its own once it is whole. */
  private static boolean merging(Set<String> files) {
    Set<String> segments = new HashSet<>();
    Set<String> whole = new HashSet<>();
    for (String file : files) {
      if (file.startsWith("_")) {
        String segment = file.split("[._]")[1];
        segments.add(segment);
        if (file.contains(".si ")) {
          whole.add(segment);
        }
      }
    }
    return !whole.containsAll(segments);
  }

  private Set<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .map(f -> f.getFileName() + " " + f.toFile().length())
          .collect(Collectors.toSet());
    }
  }

  private void write() throws IOException {
    for (Share share : Share.values()) {
      Files.createDirectories(home.resolve(share.source().name()));
    }
    for (int i = 0; i < corpus.documents(); i++) {
      Path folder = home.resolve(Share.of(i).source().name()).resolve("%03d".formatted(i % 1000));
      Files.createDirectories(folder);
      Path file = folder.resolve("document-%07d.md".formatted(i));
      Files.writeString(file, corpus.document(i));
      Files.setLastModifiedTime(file, FileTime.from(WRITTEN));
    }
  }

  private List<Followed> followed() {
    return Arrays.stream(Share.values())
        .map(
            share ->
                new FolderSettings(
                    share.source(),
                    home.resolve(share.source().name()),
                    "",
                    share.audience(),
                    List.of(),
                    List.of(),
                    FolderSettings.MAX_BYTES,
                    FolderSettings.SWEEP_EVERY))
        .map(
            settings ->
                new Followed(
                    new FolderSource(settings, Formats::known, Clock.systemUTC()),
                    "folder",
                    settings.sweepEvery()))
        .toList();
  }

  /** The configuration that has Gill follow the same folders. */
  String configuration(Path models, int port) {
    StringBuilder lines = new StringBuilder();
    lines.append("quarkus.http.host=localhost\nquarkus.http.port=").append(port);
    lines.append("\ngill.models=").append(models.toAbsolutePath());
    lines.append("\ngill.access.groups=").append(Share.ALL.group()).append('\n');
    for (Share share : Share.values()) {
      String prefix = "gill.sources." + share.source() + ".";
      lines.append(prefix).append("type=folder\n");
      lines.append(prefix).append("path=").append(share.source()).append('\n');
      lines.append(prefix).append("audience=").append(share.audience()).append('\n');
    }
    return lines.toString();
  }

  static long chunks(IndexEngine engine) {
    try (Snapshot snapshot = engine.snapshot()) {
      return snapshot.sources().stream().mapToLong(id -> snapshot.ledger(id).chunks()).sum();
    }
  }

  /** The bytes of the index. */
  long size() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }

  static void delete(Path folder) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(folder)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.delete(path);
    }
  }
}
