package dev.gill.surface.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.Rounds;
import dev.gill.ledger.AskedOn;
import dev.gill.model.Audience;
import dev.gill.model.Identity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Questions by lot, in channels by lot, over rights by lot: nobody sees what they may not read. */
@Tag("slow")
class ChatRightsTest {
  private static final int TRIPLES = Rounds.of(10_000);
  private static final int ALIKE = 250;
  private static final List<String> GROUPS = List.of("ops", "hr", "leads", "sales");
  private static final List<String> TOPICS =
      List.of("harbour", "lantern", "orchard", "granite", "velvet", "cobalt", "meadow", "thunder");

  /** Every word that a document is known by begins so, with its number after it. */
  private static final String MARK = "zq";

  private record Page(int number, String topic, Set<String> groups) {
    boolean mayRead(Set<String> mine) {
      return groups.isEmpty() || groups.stream().anyMatch(mine::contains);
    }

    String mark() {
      return MARK + number + "x";
    }
  }

  private final Random random = new Random(20261130);
  private final ChatHouse house = new ChatHouse();
  private final SmallChat chat = new SmallChat();
  private final List<Page> pages = new ArrayList<>();
  private final Map<String, Set<String>> groups = new HashMap<>();
  private final Desk desk = house.desk(AskedOn.SLACK, chat, chat);
  private int answered;
  private int more;
  private int shared;
  private int told;
  private int noticed;

  @AfterEach
  void close() {
    house.close();
  }

  private void anew() {
    house.shelf.clear();
    house.groups.clear();
    chat.accounts.clear();
    chat.channels.clear();
    pages.clear();
    groups.clear();
    for (int i = 0; i < 12; i++) {
      person("U" + i);
    }
    chat.program("UBOT");
    for (int i = 0; i < 6; i++) {
      String[] members = some(List.copyOf(groups.keySet()), 1 + random.nextInt(5));
      chat.channel("C" + i, members);
      if (random.nextBoolean()) {
        chat.channels.get("C" + i).add("UBOT");
      }
    }
    for (int i = 0; i < 16; i++) {
      page(i);
    }
  }

  private void person(String id) {
    Identity identity = Identity.email(id + "@example.org");
    boolean known = random.nextInt(8) > 0;
    Set<String> mine = known ? Set.of(some(GROUPS, random.nextInt(4))) : Set.of();
    Identity writer = new Identity("wiki", "writer of " + id);
    chat.person(id, "en", known ? new Identity[] {identity, writer} : new Identity[0]);
    house.groups.put(identity, mine);
    groups.put(id, mine);
  }

  private void page(int number) {
    Set<String> readers =
        random.nextInt(4) == 0 ? Set.of() : Set.of(some(GROUPS, 1 + random.nextInt(2)));
    Page page = new Page(number, TOPICS.get(number % TOPICS.size()), readers);
    pages.add(page);
    put(page, 10 + number);
  }

  private void put(Page page, int days) {
    Set<String> readers = page.groups();
    house.put(
        "wiki:%s/page".formatted(page.mark()),
        "Title %st".formatted(page.mark()),
        random.nextBoolean() ? "author" + page.mark() : "writer of U" + random.nextInt(12),
        1 + random.nextInt(400),
        readers.isEmpty() ? new Audience.Everyone() : Audience.of(readers.toArray(String[]::new)),
        "# Title %st\n\nThe %s certificate is rotated every %d days by %sp.\n"
            .formatted(page.mark(), page.topic(), days, page.mark()));
  }

  private String[] some(List<String> all, int count) {
    Set<String> chosen = new HashSet<>();
    for (int i = 0; i < count; i++) {
      chosen.add(all.get(random.nextInt(all.size())));
    }
    return chosen.toArray(String[]::new);
  }

  @Test
  void nobody_sees_what_they_may_not_read() throws Exception {
    for (int i = 0; i < TRIPLES; i++) {
      if (i % ALIKE == 0) {
        anew();
      }
      chat.said.clear();
      String channel = "C" + random.nextInt(6);
      List<String> members =
          chat.channels.get(channel).stream().filter(id -> !id.equals("UBOT")).toList();
      if (members.isEmpty()) {
        continue;
      }
      String asker = members.get(random.nextInt(members.size()));
      ask(asker, channel, question());
      check();
      press(asker, channel);
      outdated(asker, channel);
      home(asker);
    }
    assertThat(noticed).as("authors who were let know").isGreaterThan(TRIPLES / 200);
    assertThat(answered).as("answers").isGreaterThan(TRIPLES / 4);
    assertThat(more).as("second answers").isGreaterThan(TRIPLES / 100);
    assertThat(shared).as("shared answers").isGreaterThan(TRIPLES / 100);
    assertThat(told).as("told who would see what").isGreaterThan(TRIPLES / 100);
  }

  /** Whoever wrote a page hears of it only as long as they may read it. */
  private void outdated(String asker, String channel) throws Exception {
    Optional<String> answer =
        chat.said.stream().flatMap(said -> said.button(Action.OUTDATED).stream()).findFirst();
    if (answer.isEmpty() || random.nextInt(3) > 0) {
      return;
    }
    house.pass(Duration.ofHours(25));
    chat.said.clear();
    Spot spot = new Spot(channel, Optional.empty(), Optional.of("z"));
    desk.pressed(new Press(asker, spot, Action.OUTDATED, answer.get()));
    noticed += (int) chat.said.stream().filter(said -> !said.to().contains(asker)).count();
    check();
  }

  /** What somebody sees of what they asked before, of which some has been edited since. */
  private void home(String asker) throws Exception {
    if (random.nextInt(10) == 0) {
      put(pages.get(random.nextInt(pages.size())), random.nextInt(1_000));
      String home = words(desk.home(asker).toString());
      for (Page page : pages) {
        assertThat(home.contains(page.mark()) && !page.mayRead(groups.get(asker)))
            .as("%s sees %s at home: %s", asker, page, home)
            .isFalse();
      }
    }
  }

  private String question() {
    String topic = TOPICS.get(random.nextInt(TOPICS.size()));
    return switch (random.nextInt(5)) {
      case 0 -> "How often is the %s certificate rotated?".formatted(topic);
      case 1 -> "Who rotates the %s certificate?".formatted(topic);
      case 2 -> "What is %s?".formatted(pages.get(random.nextInt(pages.size())).mark() + "t");
      case 3 -> "Where does the %s parking permit come from?".formatted(topic);
      default -> "The %s certificate is rotated every how many days?".formatted(topic);
    };
  }

  private void ask(String asker, String channel, String question) throws Exception {
    Spot spot = new Spot(channel, Optional.of("t" + random.nextInt(40)), Optional.empty());
    switch (random.nextInt(4)) {
      case 0 ->
          desk.aside(asker, new Spot(channel, Optional.empty(), Optional.of("x")), question, true);
      case 1 -> {
        chat.channel("D" + asker, asker);
        desk.direct(asker, new Spot("D" + asker, Optional.empty(), Optional.empty()), question);
      }
      default -> desk.aloud(asker, spot, question, random.nextBoolean());
    }
  }

  /** Whoever sees a word of a page may read it; who asks for it by name has said the name. */
  private void check() {
    for (SmallChat.Said said : chat.said) {
      answered += said.words().contains("Quoted[") ? 1 : 0;
      more += !said.aloud() && said.words().contains("You may read more") ? 1 : 0;
      for (Page page : pages) {
        if (words(said).contains(page.mark())) {
          for (String reader : said.to()) {
            if (!reader.equals("UBOT")) {
              assertThat(page.mayRead(groups.get(reader)))
                  .as("%s sees %s in %s", reader, page, said)
                  .isTrue();
            }
          }
        }
      }
    }
  }

  /** Links to ask again, and what stands after who shared it, repeat what was asked. */
  private static String words(SmallChat.Said said) {
    return words(said.words());
  }

  private static String words(String said) {
    return said.replaceAll("What is zq\\d+xt\\?", "").replaceAll("What%20is%20zq\\d+xt%3F", "");
  }

  private void press(String asker, String channel) throws Exception {
    Optional<SmallChat.Said> own =
        chat.said.stream().filter(said -> said.button(Action.SHARE).isPresent()).findFirst();
    if (own.isEmpty()) {
      return;
    }
    String value = own.get().button(Action.SHARE).get();
    if (random.nextInt(3) == 0) {
      chat.channels.get(channel).add("U" + random.nextInt(12));
    }
    chat.said.clear();
    Spot spot = new Spot(channel, Optional.empty(), Optional.of("y"));
    desk.pressed(new Press(asker, spot, Action.SHARE, value));
    check();
    Optional<SmallChat.Said> aloud = chat.said.stream().filter(SmallChat.Said::aloud).findFirst();
    shared += aloud.isPresent() ? 1 : 0;
    if (chat.last().button(Action.SHARE_ANYWAY).isPresent()) {
      told++;
      anyway(asker, channel, spot, value);
    }
  }

  /** What is shared all the same is seen by those alone who were named, and who may read it. */
  private void anyway(String asker, String channel, Spot spot, String value) throws Exception {
    String warning = chat.last().words();
    if (random.nextBoolean()) {
      chat.channels.get(channel).add("U" + random.nextInt(12));
    }
    chat.said.clear();
    desk.pressed(new Press(asker, spot, Action.SHARE_ANYWAY, value));
    for (SmallChat.Said said : chat.said) {
      if (said.aloud()) {
        for (Page page : pages) {
          for (String reader : said.to()) {
            if (words(said).contains(page.mark()) && !reader.equals("UBOT")) {
              assertThat(page.mayRead(groups.get(reader)) || warning.contains(reader))
                  .as("%s sees %s though %s", reader, page, warning)
                  .isTrue();
            }
          }
        }
      }
    }
  }
}
