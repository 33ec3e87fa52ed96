package dev.gill.lab.campaign;

import dev.gill.model.Reader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A chat of 30 people in 20 rooms with ten threads each; people come and go all the time. */
final class ChatWilds implements Wilds {
  private static final String OWNER = "owner";
  private static final List<String> GUESTS =
      IntStream.range(0, 30).mapToObj(i -> "user" + i).toList();

  /** Who rooms were made by, and who comes and goes there. */
  static final List<String> PEOPLE = Stream.concat(Stream.of(OWNER), GUESTS.stream()).toList();

  private static final int ROOMS = 20;
  private static final int THREADS = 10;

  private final ChatServer server;
  private final Prose prose = new Prose();
  private final List<Room> rooms = new ArrayList<>();

  /** Threads by the word that marks them: the id of the answer in each. */
  private record Room(String id, Set<String> inside, Map<String, String> answers) {}

  ChatWilds(ChatServer server, Random random) throws Exception {
    this.server = server;
    for (int i = 0; i < ROOMS; i++) {
      Room room =
          new Room(server.room("room" + i, false), new TreeSet<>(Set.of(OWNER)), new TreeMap<>());
      rooms.add(room);
      for (String guest : GUESTS) {
        if (random.nextInt(4) == 0) {
          server.invite(room.id(), guest);
          room.inside().add(guest);
        }
      }
    }
  }

  @Override
  public Map<String, String> settings() {
    return server.settings();
  }

  @Override
  public void events(Consumer<byte[]> sink) {
    server.events(sink);
  }

  /** An event is there before the change counts as made. */
  @Override
  public Duration blind() {
    return Duration.ZERO;
  }

  @Override
  public Map<String, Reader> people() {
    return server.people();
  }

  @Override
  public Set<String> marks() {
    Set<String> marks = new LinkedHashSet<>();
    rooms.forEach(room -> marks.addAll(room.answers().keySet()));
    return marks;
  }

  @Override
  public void fill(Random random, History history) throws Exception {
    for (Room room : rooms) {
      for (int i = 0; i < THREADS; i++) {
        String mark = prose.mark();
        String root =
            server.say(
                OWNER, room.id(), "What do we know of %s?".formatted(mark), Optional.empty());
        room.answers()
            .put(mark, server.say(OWNER, room.id(), Prose.of(mark, random), Optional.of(root)));
      }
      changing(room, history);
      changed(room, history);
    }
  }

  @Override
  public void change(Random random, History history) throws Exception {
    Room room = rooms.get(random.nextInt(ROOMS));
    if (random.nextInt(4) == 0) {
      List<String> marks = List.copyOf(room.answers().keySet());
      String mark = marks.get(random.nextInt(marks.size()));
      server.edit(OWNER, room.id(), room.answers().get(mark), Prose.of(mark, random));
      return;
    }
    String guest = GUESTS.get(random.nextInt(GUESTS.size()));
    boolean comes = room.inside().add(guest);
    if (!comes) {
      room.inside().remove(guest);
    }
    changing(room, history);
    if (comes) {
      server.invite(room.id(), guest);
    } else {
      server.remove(room.id(), guest);
    }
    changed(room, history);
  }

  private static void changing(Room room, History history) {
    room.answers().keySet().forEach(mark -> history.changing(mark, room.inside()));
  }

  private static void changed(Room room, History history) {
    room.answers().keySet().forEach(mark -> history.changed(mark, room.inside()));
  }

  @Override
  public void close() {
    server.close();
  }
}
