package dev.gill.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.ledger.NoticeBook.Permit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoticeBookTest {
  private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
  private static final String MIRA = "slack:U1";
  private static final String PAGE = "wiki:certificates";

  @TempDir Path folder;

  private NoticeBook book() {
    return NoticeBook.in(folder);
  }

  @Test
  void what_was_sent_and_who_wants_none_outlive_a_restart() throws IOException {
    assertThat(book().take(MIRA, PAGE, NOW)).isEqualTo(Permit.GRANTED);
    assertThat(book().take(MIRA, PAGE, NOW.plusSeconds(1))).isEqualTo(Permit.SENT_LATELY);
    assertThat(book().take(MIRA, "wiki:pay", NOW)).as("of another page").isEqualTo(Permit.GRANTED);

    book().mute(MIRA, true, NOW);
    Instant tomorrow = NOW.plus(Duration.ofDays(1));
    assertThat(book().take(MIRA, PAGE, tomorrow)).isEqualTo(Permit.MUTED);
    assertThat(book().isMuted("lark:U1")).as("somebody else of that name").isFalse();

    book().mute(MIRA, false, NOW);
    assertThat(book().take(MIRA, PAGE, tomorrow)).isEqualTo(Permit.GRANTED);
  }

  @Test
  void a_line_that_a_crash_cut_short_takes_no_later_one_with_it() throws IOException {
    book().take(MIRA, PAGE, NOW);
    Path file = folder.resolve("notices.jsonl");
    Files.writeString(file, "{\"what\":\"sent\",\"wh", StandardOpenOption.APPEND);

    book().mute(MIRA, true, NOW);

    assertThat(book().isMuted(MIRA)).isTrue();
    assertThat(book().take("slack:U2", PAGE, NOW)).isEqualTo(Permit.GRANTED);
  }
}
