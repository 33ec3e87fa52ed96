package dev.gill.bench;

import dev.gill.answer.Answerer;
import dev.gill.model.Question;
import dev.gill.model.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Callers who ask again as soon as they have been answered. */
final class Askers implements AutoCloseable {
  private final Answerer answerer;
  private final List<String> questions;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean asking = true;
  private final AtomicInteger next = new AtomicInteger();
  private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();

  private Askers(Answerer answerer, List<String> questions) {
    this.answerer = answerer;
    this.questions = List.copyOf(questions);
  }

  static Askers start(Answerer answerer, List<String> questions, int callers) {
    Askers askers = new Askers(answerer, questions);
    for (int i = 1; i <= callers; i++) {
      askers.threads.add(Thread.ofPlatform().name("asker-" + i).start(askers::ask));
    }
    return askers;
  }

  private void ask() {
    try {
      while (asking) {
        String text = questions.get(next.getAndIncrement() % questions.size());
        long begun = System.nanoTime();
        answerer.answer(new Question(text, Reader.anyone()));
        nanos.add(System.nanoTime() - begun);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** How long each answer took so far, in nanoseconds. */
  List<Long> nanos() {
    return List.copyOf(nanos);
  }

  @Override
  public void close() {
    asking = false;
    boolean interrupted = false;
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
