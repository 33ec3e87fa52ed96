package dev.gill.source.webdav;

import dev.gill.model.PassedOver;
import dev.gill.source.PassedOverTally;
import dev.gill.source.PathFilter;
import dev.gill.source.StaleCopy;
import dev.gill.source.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which of the files in a tree are documents, and why the others are not.
 *
 * @param documents by path
 */
record Selection(SortedMap<String, Resource> documents, List<PassedOver> passedOver) {
  static Selection of(Tree tree, PathFilter filter, WebdavSettings settings) {
    PassedOverTally tally = new PassedOverTally(settings.id(), settings.scope());
    SortedMap<String, Resource> documents = new TreeMap<>();
    for (Resource each : tree.resources().values()) {
      String parent = each.parent().replaceFirst("/$", "");
      if (each.path().isEmpty() || !(filter.folder(parent) instanceof Verdict.Taken)) {
        continue;
      }
      switch (each.folder() ? filter.folder(each.path()) : filter.file(each.path())) {
        case Verdict.Ignored ignored -> {}
        case Verdict.PassedOver passed when each.folder() ->
            tally.addFolder(passed.reason(), each.path(), held(passed, tree, each));
        case Verdict.PassedOver passed -> tally.add(passed, each.path());
        case Verdict.Taken taken when each.folder() -> {}
        case Verdict.Taken taken ->
            copy(each, tree)
                .ifPresentOrElse(
                    copy -> tally.add(copy, each.path()), () -> documents.put(each.path(), each));
      }
    }
    return new Selection(documents, tally.groups());
  }

  private static OptionalInt held(Verdict.PassedOver passed, Tree tree, Resource folder) {
    return passed.reason() == PassedOver.Reason.SYSTEM
        ? OptionalInt.empty()
        : OptionalInt.of(
            (int)
                Tree.beneath(tree.resources(), folder.path()).values().stream()
                    .filter(each -> !each.folder())
                    .count());
  }

  /** Why a file is passed over as a copy; empty if it is none, or its original is gone. */
  private static Optional<Verdict.PassedOver> copy(Resource file, Tree tree) {
    return StaleCopy.of(file.path())
        .flatMap(
            copy ->
                copy.originals().stream()
                    .filter(original -> stands(tree.get(original)))
                    .findFirst()
                    .map(copy::judge));
  }

  private static boolean stands(Resource original) {
    return original != null && !original.folder();
  }
}
