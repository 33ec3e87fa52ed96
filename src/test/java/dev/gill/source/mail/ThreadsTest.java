package dev.gill.source.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which messages are one conversation. */
final class ThreadsTest {
  private static final Instant START = Instant.parse("2025-05-05T08:00:00Z");

  private static Head head(String id, String subject, int hour, String who, String... references) {
    return new Head(
        "1:" + id,
        id,
        List.of(references),
        subject,
        Set.of(who),
        START.plusSeconds(3600L * hour),
        100,
        List.of());
  }

  private static List<String> threads(Head... heads) {
    return Threads.of(List.of(heads)).entrySet().stream()
        .map(each -> each.getKey() + "=" + each.getValue().stream().map(Head::id).toList())
        .toList();
  }

  @Test
  void repliesJoinWhatTheyReferToInWhateverOrderTheyCome() {
    List<Head> heads =
        new ArrayList<>(
            List.of(
                head("a", "Restore", 0, "x"),
                head("b", "Re: Restore", 1, "y", "a"),
                head("c", "Re: Restore", 2, "x", "a", "b"),
                head("d", "Lunch", 3, "x")));
    Random random = new Random(1);
    for (int i = 0; i < 10; i++) {
      Collections.shuffle(heads, random);
      assertThat(threads(heads.toArray(Head[]::new))).containsExactly("a=[a, b, c]", "d=[d]");
    }
  }

  @Test
  void aThreadKeepsItsNameWhenItsFirstMessageIsDeleted() {
    assertThat(
            threads(
                head("b", "Re: Restore", 1, "y", "a"), head("c", "Re: Restore", 2, "x", "a", "b")))
        .containsExactly("a=[b, c]");
  }

  @Test
  void aReplyWithoutReferencesJoinsBySubjectAndPeople() {
    assertThat(
            threads(
                head("a", "Restore of the wiki", 0, "x"),
                head("b", "回复：Restore of the wiki", 1, "x"),
                head("c", "Re: Restore of the wiki", 2, "stranger"),
                head("d", "Restore of the wiki", 3, "x")))
        .containsExactly("a=[a, b]", "c=[c]", "d=[d]");
  }

  @Test
  void aSubjectThatSaysLittleOrIsLongAgoJoinsNothing() {
    assertThat(
            threads(
                head("a", "Hello", 0, "x"),
                head("b", "Re: Hello", 1, "x"),
                head("c", "Budget for May", 0, "x"),
                head("d", "Re: Budget for May", 24 * 40, "x")))
        .containsExactly("a=[a]", "b=[b]", "c=[c]", "d=[d]");
  }

  @Test
  void aSubjectIsReadWithoutWhatRepliesPutBeforeIt() {
    assertThat(Threads.subject("Re: AW: [ops] RE: Restore")).isEqualTo("Restore");
    assertThat(Threads.subject("[ops] Restore")).isEqualTo("[ops] Restore");
    assertThat(Threads.subject("答复：回复：决定")).isEqualTo("决定");
    assertThat(Threads.isForward("Fwd: Restore")).isTrue();
  }
}
