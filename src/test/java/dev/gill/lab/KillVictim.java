package dev.gill.lab;

import dev.gill.embed.Embedder;
import dev.gill.embed.Embedders;
import dev.gill.embed.Role;
import dev.gill.index.Changeset;
import dev.gill.index.IndexEngine;
import dev.gill.index.Snapshot;
import dev.gill.model.Check;
import dev.gill.model.Language;
import dev.gill.model.SourceId;
import dev.gill.model.Space;
import dev.gill.sync.Breathing;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** A process that breathes until it is killed, and says at every step where it is. */
final class KillVictim {
  /** What a text costs with the stand-in model, so that the embedding takes its share of time. */
  private static final long NANOS_PER_TEXT = 500_000;

  private KillVictim() {}

  /** Ends by itself only if the process that started it is gone. */
  public static void main(String[] args) throws IOException {
    KillSetup setup = KillSetup.of(args);
    Embedders models = setup.models();
    Map<Language, Embedder> telling = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      telling.put(language, new TellingEmbedder(models.of(language), !setup.real()));
    }
    Breathing breathing =
        setup.breathing(new TellingEngine(setup.open(models)), new Embedders(telling));
    say("open");
    breathing.start();
    int read = System.in.read();
    Runtime.getRuntime().halt(read);
  }

  private static void say(String line) {
    synchronized (System.out) {
      System.out.println(line);
      System.out.flush();
    }
  }

  private record TellingEngine(IndexEngine engine) implements IndexEngine {
    @Override
    public Snapshot snapshot() {
      return engine.snapshot();
    }

    @Override
    public void commit(Changeset changes) {
      if (changes.checkpoint().isEmpty()) {
        engine.commit(changes);
        say("ahead");
        return;
      }
      String upTo = changes.checkpoint().get().cursor().value();
      say("commit " + upTo);
      engine.commit(changes);
      say("committed " + upTo);
    }

    @Override
    public void drop(Set<SourceId> sources) {
      engine.drop(sources);
    }

    @Override
    public Check check() {
      return engine.check();
    }

    @Override
    public void close() {
      engine.close();
    }
  }

  private record TellingEmbedder(Embedder model, boolean slow) implements Embedder {
    @Override
    public Space space() {
      return model.space();
    }

    @Override
    public int tokens(String text) {
      return model.tokens(text);
    }

    @Override
    public int capacity() {
      return model.capacity();
    }

    @Override
    public List<float[]> embed(List<String> texts, Role role) throws InterruptedException {
      if (slow) {
        LockSupport.parkNanos(NANOS_PER_TEXT * texts.size());
      }
      List<float[]> vectors = model.embed(texts, role);
      say("embedded " + texts.size());
      return vectors;
    }

    @Override
    public void close() {
      model.close();
    }
  }
}
