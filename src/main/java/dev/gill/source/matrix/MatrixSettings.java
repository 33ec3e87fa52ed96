package dev.gill.source.matrix;

import dev.gill.model.Audience;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import dev.gill.source.PathFilter;
import dev.gill.source.chat.Rules;
import dev.gill.source.http.HttpSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which rooms of which account are followed.
 *
 * @param http of the homeserver's own address
 * @param link what the address of a room begins with, for people
 * @param include globs of rooms' names, aliases or ids; none means every room
 * @param exclude globs, which win over {@code include}
 * @param direct whether chats of two are read
 * @param newcomers whether rooms are read that hide from them what was said before they came
 * @param openRooms who may read rooms that whoever likes can join; empty where only members may
 * @param workDir where messages are kept, and what was reported
 */
record MatrixSettings(
    HttpSettings http,
    String link,
    List<String> include,
    List<String> exclude,
    boolean direct,
    boolean newcomers,
    Optional<Audience> openRooms,
    Rules rules,
    Path workDir) {
  MatrixSettings {
    Objects.requireNonNull(http, "http");
    Objects.requireNonNull(link, "link");
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
    Objects.requireNonNull(openRooms, "openRooms");
    Objects.requireNonNull(rules, "rules");
    Objects.requireNonNull(workDir, "workDir");
  }

  SourceId id() {
    return http.source();
  }

  Scope scope(String room) {
    return new Scope(id(), room);
  }

  /** Whether what is said in a room is kept; of what two say alone, only if that is switched on. */
  boolean wants(String room, RoomState state, boolean knownAsDirect) {
    boolean refused = !direct && (knownAsDirect || state.isDirect());
    return !refused && !hidesHistory(state) && isChosen(room, state);
  }

  /** Whether a room is left out since newcomers would be answered from what it hides from them. */
  boolean hidesHistory(RoomState state) {
    return !newcomers && state.isRestricted();
  }

  /** By its name. */
  boolean isChosen(String room, RoomState state) {
    return (include.isEmpty() || named(include, room, state)) && !named(exclude, room, state);
  }

  private static boolean named(List<String> globs, String room, RoomState state) {
    PathFilter named = new PathFilter(globs, List.of(), _ -> true);
    return !globs.isEmpty()
        && List.of(state.name, state.alias, room).stream()
            .filter(each -> !each.isEmpty())
            .anyMatch(named::takes);
  }

  @Override
  public String toString() {
    return "MatrixSettings[%s]".formatted(id());
  }
}
