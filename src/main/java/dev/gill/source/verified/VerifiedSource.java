package dev.gill.source.verified;

import dev.gill.model.Audience;
import dev.gill.model.Content;
import dev.gill.model.Cursor;
import dev.gill.model.Dated;
import dev.gill.model.DocId;
import dev.gill.model.Fingerprint;
import dev.gill.model.Location;
import dev.gill.model.Origin;
import dev.gill.model.Rights;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import dev.gill.model.VerifiedAnswer;
import dev.gill.source.Batch;
import dev.gill.source.Change;
import dev.gill.source.Source;
import dev.gill.source.SourceException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads verified answers. Each is a document in a scope of its own. One whose time is over is gone,
 * until it is verified anew. The cursor lists what was reported: an id and a revision each.
 */
final class VerifiedSource implements Source {
  private static final int PAGE = 64;

  private final VerifiedSettings settings;
  private final AnswerFolder folder;
  private final InstantSource clock;
  private final List<Runnable> woken;
  private Runnable signal = () -> {};

  /**
   * A source over a folder.
   *
   * @param woken whose members are run when something was written there
   */
  VerifiedSource(
      VerifiedSettings settings, AnswerFolder folder, InstantSource clock, List<Runnable> woken) {
    this.settings = settings;
    this.folder = folder;
    this.clock = clock;
    this.woken = woken;
  }

  @Override
  public SourceId id() {
    return settings.id();
  }

  @Override
  public Location location() {
    return new Location(settings.folder().toString(), "");
  }

  @Override
  public String describe(Cursor cursor) {
    return Reported.read(cursor).map(known -> known.revisions().size() + " answers").orElse("");
  }

  @Override
  public Batch poll(Optional<Cursor> after) throws SourceException {
    Reported before = after.flatMap(Reported::read).orElse(Reported.NOTHING);
    SortedMap<String, VerifiedAnswer> now = now(before);
    SortedMap<String, String> known = new TreeMap<>(before.revisions());
    List<Change> changes = new ArrayList<>();
    int waiting = 0;
    for (Map.Entry<String, VerifiedAnswer> each : now.entrySet()) {
      String revision = revision(each.getValue());
      if (revision.equals(known.get(each.getKey()))) {
        continue;
      }
      if (changes.size() < PAGE) {
        changes.add(upserted(each.getValue(), revision));
        known.put(each.getKey(), revision);
      } else {
        waiting++;
      }
    }
    for (String id : before.revisions().keySet()) {
      if (!now.containsKey(id)) {
        changes.add(new Change.Deleted(new DocId(id(), id)));
        known.remove(id);
      }
    }
    if (waiting == 0 && !before.all()) {
      now.keySet().forEach(id -> changes.add(remaining(id)));
    }
    Reported reported = new Reported(before.all() || waiting == 0, known);
    return new Batch(changes, reported.cursor(), waiting > 0, OptionalLong.of(waiting))
        .with(rights(now, before));
  }

  private SortedMap<String, VerifiedAnswer> now(Reported before) throws SourceException {
    SortedMap<String, VerifiedAnswer> now = new TreeMap<>();
    try {
      List<VerifiedAnswer> all = folder.read();
      if (all.isEmpty() && !before.revisions().isEmpty()) {
        folder.mustBeThere();
      }
      all.stream()
          .filter(answer -> answer.holdsAt(clock.instant()))
          .forEach(answer -> now.put(answer.id(), answer));
      return now;
    } catch (IOException e) {
      throw new SourceException.Broken(e.getMessage(), e);
    }
  }

  /** Of what is gone, nobody reads anything. */
  private Rights rights(Map<String, VerifiedAnswer> now, Reported before) {
    Map<Scope, Audience> audiences = new TreeMap<>();
    before.revisions().keySet().forEach(id -> audiences.put(scope(id), new Audience.Nobody()));
    now.forEach((id, answer) -> audiences.put(scope(id), answer.readers()));
    return new Rights(audiences, Map.of());
  }

  private Scope scope(String id) {
    return new Scope(id(), id);
  }

  private Change remaining(String id) {
    return new Change.Remaining(scope(id), Set.of(new DocId(id(), id)));
  }

  private Change upserted(VerifiedAnswer answer, String revision) {
    String text = Markdown.of(answer);
    return new Change.Upserted(
        new DocId(id(), answer.id()),
        revision,
        new Origin("", answer.question(), answer.verifier(), answer.verified(), Dated.VERIFIED),
        scope(answer.id()),
        Content.file("answer.md", text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String revision(VerifiedAnswer answer) {
    return Fingerprint.of(
            String.join(
                "\n",
                answer.question(),
                answer.answer(),
                answer.verifier(),
                answer.verified().toString()))
        .hex()
        .substring(0, 16);
  }

  @Override
  public void onSignal(Runnable wake) {
    signal = wake;
    woken.add(signal);
  }

  @Override
  public void close() {
    woken.remove(signal);
  }
}
