package dev.gill.source.chatexport;

import dev.gill.model.Audience;
import dev.gill.model.Rights;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import dev.gill.source.Audiences;
import dev.gill.source.chat.Rules;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which exports are followed.
 *
 * @param path a folder of exports, or one of them
 * @param zone of times that name none
 * @param me what the person is called whose exports they are; empty if the files say it
 * @param audience of rooms that are not named in {@code audiences}
 * @param audiences of rooms, by their keys, or by the folders that they lie in
 * @param include globs of files; none means all
 * @param exclude globs of files, which win over {@code include}
 * @param workDir where it is kept what was reported
 */
record ExportSettings(
    SourceId id,
    Path path,
    ZoneId zone,
    String me,
    Audience audience,
    SortedMap<String, Audience> audiences,
    List<String> include,
    List<String> exclude,
    Rules rules,
    Path workDir) {
  ExportSettings {
    audiences = new TreeMap<>(audiences);
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
  }

  /** An export does not say who else may read it, so a room has the readers that are configured. */
  Scope scope(String room) {
    return Audiences.scope(id, audiences.keySet(), room);
  }

  Rights rights() {
    return Audiences.rights(id, audience, audiences);
  }

  /** What decides which documents are reported, and how. */
  String choice() {
    return String.join(
        "\n",
        path.toString(),
        zone.getId(),
        me,
        audiences.keySet().toString(),
        include.toString(),
        exclude.toString(),
        rules.choice());
  }
}
