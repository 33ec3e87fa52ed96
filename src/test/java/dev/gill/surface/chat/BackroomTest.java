package dev.gill.surface.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BackroomTest {
  private static final int BURST = 50;
  private static final int OTHERS = 100;

  private final Semaphore moments = new Semaphore(0);

  private static boolean take(Backroom backroom, String person, Backroom.Task task) {
    return backroom.take(person, task, () -> {});
  }

  @Test
  void of_many_who_ask_at_once_none_is_worked_for_before_all_are_taken_in() throws Exception {
    CountDownLatch all = new CountDownLatch(BURST);
    try (Backroom backroom = new Backroom(moments::acquire)) {
      for (int i = 0; i < BURST; i++) {
        assertThat(take(backroom, "U" + i, all::countDown)).isTrue();
        assertThat(all.getCount()).isEqualTo(BURST);
      }
      moments.release(2 * BURST);
      assertThat(all.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void of_many_who_come_with_gaps_none_is_worked_for_before_the_last_has_come() throws Exception {
    CountDownLatch burst = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(BURST + 1);
    AtomicBoolean lastCame = new AtomicBoolean();
    AtomicInteger early = new AtomicInteger();
    Backroom.Task task =
        () -> {
          early.addAndGet(lastCame.get() ? 0 : 1);
          done.countDown();
        };
    Backroom[] self = new Backroom[1];
    AtomicInteger passed = new AtomicInteger();
    Backroom.Moment gap =
        () -> {
          burst.await();
          if (passed.incrementAndGet() == 3) {
            lastCame.set(true);
            take(self[0], "the last", task);
          }
        };
    try (Backroom backroom = new Backroom(gap)) {
      self[0] = backroom;
      for (int i = 0; i < BURST; i++) {
        take(backroom, "U" + i, task);
      }
      burst.countDown();
      assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(early).hasValue(0);
    }
  }

  @Test
  void whoever_asks_is_answered_however_many_go_on_asking() throws Exception {
    CountDownLatch answered = new CountDownLatch(1);
    AtomicInteger others = new AtomicInteger();
    Backroom[] self = new Backroom[1];
    Backroom.Moment busy =
        () -> {
          int other = others.incrementAndGet();
          if (other <= OTHERS) {
            take(self[0], "another" + other, () -> {});
          }
        };
    try (Backroom backroom = new Backroom(busy)) {
      self[0] = backroom;
      take(backroom, "U1", answered::countDown);
      assertThat(answered.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void of_one_person_only_so_many_wait() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    CountDownLatch other = new CountDownLatch(1);
    try (Backroom backroom = new Backroom(() -> {})) {
      int taken = 0;
      while (take(backroom, "U1", gate::await)) {
        taken++;
      }
      assertThat(taken).isEqualTo(8);
      assertThat(take(backroom, "U2", other::countDown)).isTrue();
      gate.countDown();
      assertThat(other.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }
}
