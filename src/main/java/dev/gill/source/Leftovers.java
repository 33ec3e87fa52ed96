package dev.gill.source;

import dev.gill.model.PassedOver.Reason;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names that systems and programs give to what is no longer valid, or never was: recycle bins,
 * backups, earlier versions, temporary files. {@code Trash} is one as file managers write it; in
 * lower case it may be a chapter about deleting.
 */
final class Leftovers {
  private static final Set<String> BINS =
      Set.of(
          "#recycle",
          "@recycle",
          "$recycle.bin",
          ".recycle",
          ".recycle.bin",
          ".trash",
          ".trashes",
          ".trashed",
          "network trash folder",
          "files_trashbin",
          "recycle bin",
          "deleted items",
          "papierkorb",
          "回收站");

  /** In these letters only. */
  private static final Set<String> BINS_AS_WRITTEN =
      Set.of("Trash", "RECYCLER", "RECYCLED", "Recycled", "Corbeille");

  private static final Pattern BIN = Pattern.compile("\\.trash-.*|\\.trashed-.*");

  private static final Set<String> BACKUPS =
      Set.of(
          ".snapshot",
          ".snapshots",
          "~snapshot",
          "#snapshot",
          "@recently-snapshot",
          "@gmt-snapshots",
          ".zfs",
          ".stversions",
          ".sync",
          ".syncarchive",
          ".dropbox.cache",
          ".owncloud-backup",
          "files_versions",
          "backups.backupdb");

  private static final Set<String> SYSTEMS =
      Set.of(
          "system volume information",
          "@eadir",
          "@tmp",
          "@sharebin",
          "lost+found",
          "thumbs.db",
          "desktop.ini");

  private static final Map<Reason, Set<String>> BY_REASON =
      Map.of(Reason.RECYCLED, BINS, Reason.BACKUP, BACKUPS, Reason.SYSTEM, SYSTEMS);

  private static final String NUMBERED = "([._-]?\\d[\\d._-]*)?";

  /**
   * What editors, merge tools and people call a copy of before: {@code a.md.bak}, {@code a.md~}.
   */
  private static final Pattern BACKUP =
      Pattern.compile(
          ".+~|.+\\.(?:bak|backup|old|orig|sav|save)" + NUMBERED, Pattern.CASE_INSENSITIVE);

  /** What programs write while they edit, and merge tools where they failed. */
  private static final Pattern TEMPORARY =
      Pattern.compile(
          "~\\$.*|\\.~lock\\..*#|#.+#|\\.#.+|.+\\.(?:sw[nop]|tmp|temp|wbk|asd|rej|part|partial|crdownload)|~wr[adl]\\d+\\..*",
          Pattern.CASE_INSENSITIVE);

  private Leftovers() {}

  /** Why a folder of this name is not entered; empty if it may be. */
  static Optional<Reason> folder(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (BINS_AS_WRITTEN.contains(name) || BIN.matcher(lower).matches()) {
      return Optional.of(Reason.RECYCLED);
    }
    Optional<Reason> named =
        BY_REASON.entrySet().stream()
            .filter(entry -> entry.getValue().contains(lower))
            .map(Map.Entry::getKey)
            .findFirst();
    return named.or(() -> Optional.of(Reason.BACKUP).filter(_ -> BACKUP.matcher(name).matches()));
  }

  /** Why a file of this name is not read; empty if it may be. */
  static Optional<Reason> file(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (SYSTEMS.contains(lower)) {
      return Optional.of(Reason.SYSTEM);
    }
    if (BIN.matcher(lower).matches()) {
      return Optional.of(Reason.RECYCLED);
    }
    return BACKUP.matcher(name).matches() || TEMPORARY.matcher(name).matches()
        ? Optional.of(Reason.BACKUP)
        : Optional.empty();
  }
}
