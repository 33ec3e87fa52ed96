package dev.gill.lab.campaign;

import dev.gill.lab.campaign.ChatRooms.Place;
import dev.gill.lab.campaign.ChatRooms.Room;
import dev.gill.lab.campaign.ChatRooms.Said;
import dev.gill.lab.campaign.ChatRooms.Talk;
import dev.gill.lab.campaign.ChatRooms.Text;
import dev.gill.model.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;

/** Threads in rooms of a chat, some of them open. People come and go, and so does Gill. */
final class ChatTerrain implements Terrain {
  static final List<String> PEOPLE = List.of("alice", "bob", "chen", "dora", "emil");

  static final String OWNER = PEOPLE.getFirst();
  private static final int ROOMS = 6;
  private static final int MOST_ARCHIVED = 2;

  /** One time of so many it is Gill. */
  private static final int FOR_GILL_TO_COME = 2;

  private static final int FOR_GILL_TO_GO = 8;

  private final ChatServer server;
  private final Prose prose = new Prose();
  private final ChatRooms chat = new ChatRooms();

  ChatTerrain(ChatServer server) throws Exception {
    this.server = server;
    for (int i = 0; i < ROOMS; i++) {
      boolean open = i % 3 == 0;
      Room room = new Room(server.room("room" + i, open), open);
      chat.rooms().add(room);
      for (String each : PEOPLE.subList(1, 3)) {
        server.invite(room.id, each);
        room.inside.add(each);
      }
    }
  }

  @Override
  public Map<String, String> settings() {
    return server.settings();
  }

  @Override
  public int knownAfterSeconds() {
    return server.knownAfterSeconds();
  }

  @Override
  public String secret() {
    return server.secret();
  }

  @Override
  public void events(Consumer<byte[]> sink) {
    server.events(sink);
  }

  @Override
  public Map<String, Reader> people() {
    return server.people();
  }

  @Override
  public Set<Act> possible() {
    Set<Act> possible = EnumSet.of(Act.CREATE);
    addIf(possible, Act.REPLY, !chat.answerable().isEmpty());
    addIf(possible, Act.EDIT, !chat.own().isEmpty());
    addIf(possible, Act.DELETE, !chat.deletable().isEmpty());
    addIf(possible, Act.REDACT, server.takesEditsBack() && !chat.edited().isEmpty());
    addIf(
        possible,
        Act.INVITE,
        chat.rooms().stream().anyMatch(room -> !ChatRooms.missing(room).isEmpty()));
    addIf(
        possible,
        Act.REMOVE,
        chat.rooms().stream().anyMatch(room -> !ChatRooms.removable(room).isEmpty()));
    long archived = chat.rooms().stream().filter(room -> room.archived).count();
    addIf(possible, Act.ARCHIVE, archived < MOST_ARCHIVED);
    addIf(possible, Act.RESTORE, archived > 0);
    return possible;
  }

  private static void addIf(Set<Act> possible, Act act, boolean can) {
    if (can) {
      possible.add(act);
    }
  }

  @Override
  public String perform(Act act, Random random) throws Exception {
    return switch (act) {
      case CREATE ->
          begin(any(chat.rooms().stream().filter(room -> !room.archived).toList(), random), random);
      case REPLY -> reply(any(chat.answerable(), random), random);
      case EDIT -> edit(any(chat.own(), random), random);
      case DELETE -> delete(any(chat.deletable(), random));
      case REDACT -> redact(any(chat.edited(), random), random);
      case INVITE -> {
        Room room =
            any(
                chat.rooms().stream().filter(each -> !ChatRooms.missing(each).isEmpty()).toList(),
                random);
        String who = favourite(ChatRooms.missing(room), FOR_GILL_TO_COME, random);
        server.invite(room.id, who);
        room.inside.add(who);
        yield who;
      }
      case REMOVE -> {
        Room room =
            any(
                chat.rooms().stream().filter(each -> !ChatRooms.removable(each).isEmpty()).toList(),
                random);
        String who = favourite(ChatRooms.removable(room), FOR_GILL_TO_GO, random);
        server.remove(room.id, who);
        room.inside.remove(who);
        yield who;
      }
      case ARCHIVE, RESTORE -> {
        boolean archives = act == Act.ARCHIVE;
        Room room =
            any(chat.rooms().stream().filter(each -> each.archived != archives).toList(), random);
        server.archive(room.id, archives);
        room.archived = archives;
        yield room.id;
      }
      default -> throw new IllegalArgumentException("no " + act + " here");
    };
  }

  /** A question that is answered at once, since one that nobody answers need not stay alone. */
  private String begin(Room room, Random random) throws Exception {
    String who = anyone(room, random);
    String mark = prose.mark();
    String root = server.say(who, room.id, Prose.of(mark, random), Optional.empty());
    Talk talk = new Talk(room, root, new ArrayList<>(List.of(said(root, who, mark))));
    chat.talks().add(talk);
    return reply(talk, random);
  }

  private String reply(Talk talk, Random random) throws Exception {
    String who = anyone(talk.room(), random);
    String mark = prose.mark();
    String id = server.say(who, talk.room().id, Prose.of(mark, random), Optional.of(talk.root()));
    talk.messages().add(said(id, who, mark));
    return id;
  }

  private static Said said(String id, String who, String mark) {
    return new Said(id, who, new ArrayDeque<>(List.of(new Text(id, mark))));
  }

  private String edit(Place place, Random random) throws Exception {
    Said said = place.said();
    String mark = prose.mark();
    String text = Prose.of(mark, random);
    said.texts()
        .addLast(new Text(server.edit(said.by(), place.talk().room().id, said.id(), text), mark));
    return said.id();
  }

  private String delete(Place place) throws Exception {
    Talk talk = place.talk();
    server.delete(place.said().by(), talk.room().id, place.said().id());
    boolean all = server.threadGoesWithItsRoot() && place.said().id().equals(talk.root());
    talk.messages().remove(place.said());
    if (all || talk.messages().isEmpty()) {
      chat.talks().remove(talk);
    }
    return place.said().id();
  }

  private String redact(Place place, Random random) throws Exception {
    List<Text> edits = List.copyOf(place.said().texts()).subList(1, place.said().texts().size());
    Text edit = any(edits, random);
    server.delete(place.said().by(), place.talk().room().id, edit.id());
    place.said().texts().remove(edit);
    return edit.id();
  }

  /** Gill one time of so many, else one of the others, as far as there are any. */
  private static String favourite(List<String> these, int times, Random random) {
    List<String> others = these.stream().filter(each -> !each.equals(ChatServer.GILL)).toList();
    boolean gill = these.contains(ChatServer.GILL) && random.nextInt(times) == 0;
    return gill || others.isEmpty() ? ChatServer.GILL : any(others, random);
  }

  private static String anyone(Room room, Random random) {
    return any(room.inside.stream().filter(each -> !each.equals(ChatServer.GILL)).toList(), random);
  }

  private static <T> T any(List<T> these, Random random) {
    return these.get(random.nextInt(these.size()));
  }

  @Override
  public SortedMap<String, Expected> documents() {
    return chat.documents(server.readersOfOpen());
  }

  @Override
  public void stop() throws Exception {
    server.stop();
  }

  @Override
  public void start(Random random) throws Exception {
    server.start();
  }

  @Override
  public void close() {
    server.close();
  }
}
