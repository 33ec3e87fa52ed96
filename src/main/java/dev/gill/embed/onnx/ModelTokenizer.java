package dev.gill.embed.onnx;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** From text to the numbers of its tokens. Safe for use by several threads. */
final class ModelTokenizer implements AutoCloseable {
  private static final Map<String, String> NEITHER_CUT_NOR_PAD =
      Map.of("truncation", "false", "padding", "false");

  private final String model;
  private final Script characters;
  private final boolean reads;
  private final HuggingFaceTokenizer tokenizer;
  private final long[] before;
  private final long[] after;
  private final int room;

  /** Freeing the native tokenizer under a thread that uses it would crash the whole process. */
  private final ReadWriteLock inUse = new ReentrantReadWriteLock();

  private boolean closed;

  private ModelTokenizer(ModelDescription description, HuggingFaceTokenizer tokenizer) {
    this.model = description.name();
    this.characters = description.characters();
    this.reads = description.reads();
    this.tokenizer = tokenizer;
    long[] bare = tokenizer.encode("a", false, false).getIds();
    long[] full = tokenizer.encode("a", true, false).getIds();
    int at = 0;
    while (!Arrays.equals(full, at, at + bare.length, bare, 0, bare.length)) {
      at++;
    }
    this.before = Arrays.copyOf(full, at);
    this.after = Arrays.copyOfRange(full, at + bare.length, full.length);
    this.room = description.maxTokens() - before.length - after.length;
  }

  static ModelTokenizer open(ModelDescription description, Optional<Path> data) {
    NativeLibraries.prepare(data);
    try {
      HuggingFaceTokenizer tokenizer =
          HuggingFaceTokenizer.newInstance(description.tokenizer().path(), NEITHER_CUT_NOR_PAD);
      return new ModelTokenizer(description, tokenizer);
    } catch (IOException | RuntimeException | UnsatisfiedLinkError e) {
      throw new ModelException(
          "The tokenizer %s of the model %s cannot be opened: %s."
              .formatted(description.tokenizer().path(), description.name(), e.getMessage()),
          e);
    }
  }

  /** The most tokens of a text that the model takes in, the special ones not counted. */
  int room() {
    return room;
  }

  /** How many tokens a text has, the special ones not counted, however long it is. */
  int count(String text) {
    return bare(text).length;
  }

  /** The tokens of a text, cut to what the model takes in, between the special ones. */
  long[] ids(String text) {
    long[] bare = bare(text);
    int kept = Math.min(bare.length, room);
    long[] ids = new long[before.length + kept + after.length];
    System.arraycopy(before, 0, ids, 0, before.length);
    System.arraycopy(bare, 0, ids, before.length, kept);
    System.arraycopy(after, 0, ids, before.length + kept, after.length);
    return ids;
  }

  /** Whether it is a reader's, which is given two texts together. */
  boolean reads() {
    return reads;
  }

  /** Question and passage as a reader is given them, each cut to what it learnt from. */
  PairTokens pair(String question, String path, String text) {
    PairTokens.Parts parts =
        new PairTokens.Parts(
            bare(question), path.isEmpty() ? new long[0] : bare(path + ":"), encode(text));
    return PairTokens.of(before, parts, after);
  }

  private long[] bare(String text) {
    return encode(text).getIds();
  }

  private Encoding encode(String text) {
    inUse.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("the model %s is closed".formatted(model));
      }
      return tokenizer.encode(characters.of(text), false, false);
    } finally {
      inUse.readLock().unlock();
    }
  }

  @Override
  public void close() {
    inUse.writeLock().lock();
    try {
      closed = true;
      tokenizer.close();
    } finally {
      inUse.writeLock().unlock();
    }
  }
}
