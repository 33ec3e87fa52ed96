package dev.gill.bench;

import dev.gill.index.Filter;
import dev.gill.model.Audience;
import dev.gill.model.GroupId;
import dev.gill.model.Reader;
import dev.gill.model.SourceId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A reader who may read that many documents in a hundred. The documents of a corpus are parted
 * among sources, one for each share, so that a share's readers may read its source and those of the
 * smaller shares.
 */
enum Share {
  ONE(1),
  TEN(10),
  HALF(50),
  ALL(100);

  private final int percent;

  Share(int percent) {
    this.percent = percent;
  }

  int percent() {
    return percent;
  }

  /** The smallest share that a document is in. */
  static Share of(int document) {
    int place = Math.floorMod(document * 37, 100);
    return Arrays.stream(values()).filter(share -> place < share.percent).findFirst().orElseThrow();
  }

  /** The source with the documents that are in no smaller share. */
  SourceId source() {
    return new SourceId("share-" + percent);
  }

  String group() {
    return "readers-" + percent;
  }

  /** Who may read the source: the readers of this share and of all greater ones. */
  Audience audience() {
    Set<GroupId> groups =
        Arrays.stream(values())
            .filter(share -> share.percent >= percent)
            .map(Share::group)
            .map(GroupId::configured)
            .collect(Collectors.toSet());
    return new Audience.AnyOf(groups);
  }

  Reader reader() {
    return Reader.member(group());
  }

  Filter filter() {
    return Filter.of(reader());
  }

  /** The names of the sources that its readers may read. */
  List<String> readable() {
    return Arrays.stream(values())
        .filter(share -> share.percent <= percent)
        .map(share -> share.source().name())
        .toList();
  }

  boolean mayRead(int document) {
    return of(document).percent <= percent;
  }
}
