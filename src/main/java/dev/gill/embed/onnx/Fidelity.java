package dev.gill.embed.onnx;

import dev.gill.embed.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How near one form of a model is to another, over texts that ship with Gill.
 *
 * @param mean of the likenesses of the two forms' outputs for each text
 * @param least of them
 */
record Fidelity(Measure measure, double mean, double least) {

  /** How like two outputs for one text are: 1 if they are the same. */
  enum Measure {
    /** The cosine of two vectors, by which an embedder's are compared when searching. */
    COSINE(0.999, 0.9983) {
      @Override
      double of(float[] one, float[] other) {
        return cosine(one, other);
      }
    },

    /** One less the largest difference of a probability that is read off a reader's scores. */
    AGREEMENT(0.98, 0.95) {
      @Override
      double of(float[] one, float[] other) {
        double most = 0;
        for (int i = 0; i < one.length; i += i == 0 ? 1 : OnnxScorer.SCORES) {
          most =
              Math.max(most, Math.abs(Reading.probability(one[i]) - Reading.probability(other[i])));
        }
        return 1 - most;
      }
    };

    private final double mean;
    private final double least;

    /** Over a thousand texts less would do; these are few, so they must keep some distance. */
    Measure(double mean, double least) {
      this.mean = mean;
      this.least = least;
    }

    abstract double of(float[] one, float[] other);

    /** Whether the outputs for one text are as near as those for any text must be. */
    boolean isEnough(float[] one, float[] other) {
      return of(one, other) >= least;
    }

    static Measure of(ModelTokenizer tokenizer) {
      return tokenizer.reads() ? AGREEMENT : COSINE;
    }
  }

  /** Whether the two are as good as the same. */
  boolean isEnough() {
    return mean >= measure.mean && least >= measure.least;
  }

  static Fidelity of(TextModel one, TextModel other, ModelTokenizer tokenizer) {
    Measure measure = Measure.of(tokenizer);
    double sum = 0;
    double least = 1;
    List<long[]> texts = texts(tokenizer);
    for (long[] text : texts) {
      List<long[]> ids = List.of(text);
      double likeness = measure.of(one.vectors(ids).getFirst(), other.vectors(ids).getFirst());
      sum += likeness;
      least = Math.min(least, likeness);
    }
    return new Fidelity(measure, sum / texts.size(), least);
  }

  /** The tokens of each of the texts; for a reader, of each two that follow one another. */
  static List<long[]> texts(ModelTokenizer tokenizer) {
    List<String> texts = texts();
    if (!tokenizer.reads()) {
      return texts.stream().map(tokenizer::ids).toList();
    }
    return IntStream.range(1, texts.size())
        .mapToObj(i -> tokenizer.pair(texts.get(i - 1), "", texts.get(i)).ids())
        .toList();
  }

  /** The tokens of the longest of the texts, to try a model with. */
  static List<long[]> probe(ModelTokenizer tokenizer) {
    List<String> texts = texts();
    List<long[]> tokens = texts(tokenizer);
    return IntStream.range(0, tokens.size())
        .boxed()
        .max(Comparator.comparing(i -> texts.get(i).length()))
        .map(tokens::get)
        .stream()
        .toList();
  }

  static double cosine(float[] one, float[] other) {
    double dot = 0;
    double ones = 0;
    double others = 0;
    for (int i = 0; i < one.length; i++) {
      dot += (double) one[i] * other[i];
      ones += (double) one[i] * one[i];
      others += (double) other[i] * other[i];
    }
    return dot / Math.sqrt(ones * others);
  }

  /** Short ones, and each three in a row together. */
  private static List<String> texts() {
    try (InputStream in = Fidelity.class.getResourceAsStream("likeness.txt")) {
      List<String> lines =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank())
              .toList();
      List<String> texts = new ArrayList<>(lines);
      for (int i = 0; i + 2 < lines.size(); i += 2) {
        texts.add(String.join(" ", lines.subList(i, i + 3)));
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
