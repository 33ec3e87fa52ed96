package dev.gill.source.sweep;

import dev.gill.model.DocId;
import dev.gill.model.SourceId;
import dev.gill.source.Change;
import dev.gill.source.Retries;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Gathers a page: what it reports, and what is known once it is taken in. */
final class Page {
  private final SourceId source;
  private final Reported reported;
  private final Retries retries;
  private final List<Change> changes = new ArrayList<>();
  private final Map<String, Optional<Known>> learnt = new TreeMap<>();
  private final Set<String> come = new HashSet<>();

  Page(SourceId source, Reported reported, Retries retries) {
    this.source = source;
    this.reported = reported;
    this.retries = retries;
  }

  List<Change> changes() {
    return changes;
  }

  Map<String, Optional<Known>> learnt() {
    return learnt;
  }

  void unreadable(Listed listed, String cause) {
    retries.failed(listed.key());
    if (learn(listed.key(), Known.unreadable(listed, cause))) {
      changes.add(new Change.Unreadable(doc(listed.key()), listed.scope(), cause));
    }
  }

  void reads(Listed listed, Change.Upserted up) {
    retries.settled(listed.key());
    if (learn(listed.key(), Known.of(listed, up))) {
      changes.add(up);
      come.add(up.revision());
    }
  }

  /** Keeps what was read, and says whether it has to be reported. */
  private boolean learn(String key, Known now) {
    learnt.put(key, Optional.of(now));
    return reported.get(key).filter(before -> before.shown().equals(now.shown())).isEmpty();
  }

  /** Whether the text that was known under this key has just come up elsewhere. */
  boolean moved(String key) {
    return reported.get(key).filter(known -> come.contains(known.revision())).isPresent();
  }

  void gone(String key) {
    retries.settled(key);
    if (reported.get(key).isPresent()) {
      learnt.put(key, Optional.empty());
      changes.add(new Change.Deleted(doc(key)));
    }
  }

  private DocId doc(String key) {
    return new DocId(source, key);
  }
}
