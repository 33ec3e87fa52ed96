package dev.gill.answer.leash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is said of sentences while an answer is written is what is said of the whole. */
@Tag("slow")
class FollowingTest {
  private static final List<Shown> SHOWN =
      List.of(
          new Shown(
              1,
              "Backups",
              List.of(),
              "Daily backups are kept for 35 days. Dr. Berg asks \"Who is on call?\" each day."),
          new Shown(2, "值班", List.of(), "值班人员必须在15分钟内回应告警。周末不需要写报告。"));

  private static final String[] PIECES = {
    "Daily backups are kept for 35 days.",
    "Daily backups are kept for 36 days",
    "Dr. Berg asks \"Who is on call?\" each day",
    "Who is on call?",
    "值班人员必须在15分钟内回应告警。",
    "“周末不需要写报告。”他说",
    "According to the document, ",
    "Version 2.4.1 writes, e.g. to /srv.",
    " [1]",
    "[1]",
    " [1, 2]",
    "[2][1]",
    "【2】",
    " [Passage 1].",
    ". ",
    " ",
    "\n",
    "\n- ",
    "\n1. ",
    "\r\n",
    "**bold**",
    "```",
    "![x](http://a.b/c)",
    "…",
    " NOT FOUND",
    "[",
    "]",
    "。",
    "I"
  };

  @Test
  void aSentenceIsCheckedBeforeTheNextIsWhole() {
    Following following = new Leash(SHOWN).following();
    assertThat(following.add("Daily backups are kept for 35 days. [1")).isEmpty();
    assertThat(following.add("] Daily back")).isEmpty();
    assertThat(following.add("ups are kept"))
        .singleElement()
        .isInstanceOf(Finding.Kept.class)
        .extracting(Finding::text)
        .isEqualTo("Daily backups are kept for 35 days.");
    assertThat(following.add(" for 36 days. [1]\n"))
        .singleElement()
        .isInstanceOf(Finding.Dropped.class);
  }

  @Test
  void aChineseSentenceIsCheckedBeforeTheNextIsWhole() {
    Following following = new Leash(SHOWN).following();
    assertThat(following.add("值班人员必须在15分钟内回应告警。[2]")).isEmpty();
    assertThat(following.add("周末不需要写报告")).hasSize(1);
  }

  @Test
  void whateverComesNothingThatWasSaidChanges() {
    Random random = new Random(7);
    for (int i = 0; i < 4_000; i++) {
      StringBuilder answer = new StringBuilder();
      for (int n = random.nextInt(12); n >= 0; n--) {
        answer.append(PIECES[random.nextInt(PIECES.length)]);
      }
      followed(answer.toString(), random);
    }
  }

  private static void followed(String answer, Random random) {
    Leash leash = new Leash(SHOWN);
    Following following = leash.following();
    List<Finding> found = new ArrayList<>();
    for (int at = 0; at < answer.length(); ) {
      int to = Math.min(answer.length(), at + 1 + random.nextInt(9));
      found.addAll(following.add(answer.substring(at, to)));
      at = to;
    }
    List<Finding> whole = leash.check(answer);
    assertThat(found).as(answer).isEqualTo(whole.subList(0, Math.min(found.size(), whole.size())));
  }
}
