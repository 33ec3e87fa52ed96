package dev.gill.app.house;

import dev.gill.app.config.ForgottenFile;
import dev.gill.app.config.GillConfig;
import dev.gill.app.config.PeopleNamed;
import dev.gill.index.IndexEngine;
import dev.gill.index.Snapshot;
import dev.gill.index.StoredDocument;
import dev.gill.model.Chunk;
import dev.gill.model.DocId;
import dev.gill.model.Identity;
import dev.gill.model.SourceId;
import dev.gill.sync.SourceStatus;
import dev.gill.sync.SourceStatus.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Takes out all that somebody wrote in chat and mail: notes that they are forgotten, has every
 * source read so, and writes the files of the index anew that held any of it.
 */
public final class Forgetting {
  private static final Duration LOOK = Duration.ofMillis(200);

  /**
   * What came of it.
   *
   * @param changed documents that read otherwise now
   * @param gone documents that are no more
   * @param chunks that are no more
   * @param before digest of all that the index held
   * @param after the same afterwards
   * @param unread sources that could not be read, with why: what they left is still there
   */
  public record Receipt(
      int changed, int gone, int chunks, String before, String after, List<String> unread) {
    public Receipt {
      unread = List.copyOf(unread);
    }
  }

  private final GillConfig config;
  private final Clock clock;

  /** Forgets in the data folder of a configuration, on which no other Gill may run. */
  public Forgetting(GillConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  /**
   * Forgets a person.
   *
   * @param person by any of their identities
   * @param names that are taken off what they wrote with others, as documents give their authors
   * @param progress gets a sentence now and then
   * @throws IOException if it cannot be noted who is forgotten
   */
  public Receipt forget(Identity person, Collection<String> names, Consumer<String> progress)
      throws IOException, InterruptedException {
    SortedMap<DocId, String> before = new TreeMap<>();
    int chunksBefore = held(before);
    ForgottenFile.add(config.data(), PeopleNamed.of(config).known(Set.of(person)));
    ForgottenFile.addNames(config.data(), names);
    List<String> unread;
    try (House house = House.open(config, clock)) {
      house.start(_ -> {});
      unread = readAll(house, progress);
    }
    progress.accept("Writing the files of the index anew.");
    for (Path folder : new IndexFolders(config.data()).there()) {
      House.engines().expunge(folder);
    }
    SortedMap<DocId, String> after = new TreeMap<>();
    int chunksAfter = held(after);
    int gone = (int) before.keySet().stream().filter(doc -> !after.containsKey(doc)).count();
    int changed =
        (int)
            before.entrySet().stream()
                .filter(each -> after.containsKey(each.getKey()))
                .filter(each -> !after.get(each.getKey()).equals(each.getValue()))
                .count();
    return new Receipt(
        changed, gone, chunksBefore - chunksAfter, digest(before), digest(after), unread);
  }

  /** Waits until every source has been read once. */
  private List<String> readAll(House house, Consumer<String> progress) throws InterruptedException {
    String last = "";
    while (true) {
      List<SourceStatus> all = house.monitor().sources();
      List<String> waiting =
          all.stream()
              .filter(each -> each.state() != State.IN_STEP && each.state() != State.FAILING)
              .map(each -> each.source().name())
              .toList();
      if (waiting.isEmpty()) {
        return all.stream()
            .filter(each -> each.state() == State.FAILING)
            .map(
                each ->
                    "%s: %s"
                        .formatted(
                            each.source().name(),
                            each.trouble().map(SourceStatus.Trouble::why).orElse("")))
            .toList();
      }
      String now = "Reading " + String.join(", ", waiting) + ".";
      if (!now.equals(last)) {
        progress.accept(now);
        last = now;
      }
      Thread.sleep(LOOK);
    }
  }

  /** What the index holds, document by document; nothing if there is none. */
  private int held(SortedMap<DocId, String> documents) {
    Path folder = House.indexFolder(config);
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    int chunks = 0;
    try (IndexEngine engine = House.engines().reading(folder);
        Snapshot snapshot = engine.snapshot()) {
      for (SourceId source : snapshot.sources()) {
        for (DocId doc : snapshot.documents(source)) {
          StoredDocument document = snapshot.document(doc).orElseThrow();
          chunks += document.chunks().size();
          documents.put(
              doc,
              document.chunks().stream()
                  .map(Chunk::fingerprint)
                  .map(Object::toString)
                  .collect(Collectors.joining(" ", known(document) + "\n", "")));
        }
      }
    }
    return chunks;
  }

  private static String known(StoredDocument document) {
    return document.head().origin().title() + "\n" + document.head().origin().author();
  }

  private static String digest(SortedMap<DocId, String> documents) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      documents.forEach(
          (doc, held) ->
              digest.update((doc + "\n" + held + "\n").getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
