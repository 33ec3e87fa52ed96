package dev.gill.index;

import dev.gill.model.Anchor;
import dev.gill.model.Audience;
import dev.gill.model.Chunk;
import dev.gill.model.DocId;
import dev.gill.model.Failure;
import dev.gill.model.Language;
import dev.gill.model.Origin;
import dev.gill.model.Place;
import dev.gill.model.Reader;
import dev.gill.model.Scopes;
import dev.gill.model.SourceId;
import dev.gill.model.Space;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Documents to put into an index, and what to ask it. */
public final class Samples {
  public static final Space EN = new Space("test-en", 8);
  public static final Space ZH = new Space("test/zh", 6);
  public static final Set<Space> SPACES = Set.of(EN, ZH);
  public static final SourceId WIKI = new SourceId("wiki");
  public static final Audience EVERYONE = new Audience.Everyone();
  public static final Filter ANYONE = Filter.of(Reader.anyone());
  public static final Instant NOON = Instant.parse("2026-05-04T12:00:00.123456789Z");
  public static final String RECIPE = "recipe-1";

  private Samples() {}

  public static DocId id(String key) {
    return new DocId(WIKI, key);
  }

  public static Audience groups(String... names) {
    return Audience.of(names);
  }

  public static Filter member(String... groups) {
    return Filter.of(Reader.member(groups));
  }

  public static DocHead headOf(DocId id, String revision, Audience audience) {
    Origin origin = new Origin("http://wiki/" + id.key(), "Titel", "author", NOON);
    return new DocHead(id, revision, origin, Scopes.of(id, audience), RECIPE);
  }

  /** A document for everyone, of one chunk a paragraph. */
  public static DocWrite doc(String key, String... paragraphs) {
    return doc(headOf(id(key), "r1", EVERYONE), paragraphs);
  }

  public static DocWrite doc(DocHead head, String... paragraphs) {
    List<Embedded> chunks = new ArrayList<>();
    int start = 0;
    for (String paragraph : paragraphs) {
      List<Anchor> anchors = List.of(new Anchor(start, line(start + 1)));
      chunks.add(embedded(Chunk.of(start, paragraph, List.of("Kapitel"), anchors)));
      start += paragraph.length() + 2;
    }
    return new DocWrite(head, String.join("\n\n", paragraphs), chunks);
  }

  /** A document of one chunk, with a vector of the test's own. */
  public static DocWrite doc(DocHead head, float[] vector, String text) {
    Chunk chunk = Chunk.of(0, text, List.of(), List.of());
    return new DocWrite(head, text, List.of(new Embedded(chunk, EN, vector)));
  }

  private static Place line(int number) {
    return new Place.Line(number);
  }

  public static Embedded embedded(Chunk chunk) {
    Space space = chunk.language() == Language.ENGLISH ? EN : ZH;
    return new Embedded(chunk, space, vector(space, chunk.text()));
  }

  /** A vector of unit length that depends on the text alone. */
  public static float[] vector(Space space, String text) {
    Random random = new Random(text.hashCode());
    double[] numbers = new double[space.dimension()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = random.nextGaussian();
    }
    return unit(numbers);
  }

  /** A vector of unit length in that direction. */
  public static float[] unit(double... numbers) {
    double square = 0;
    for (double number : numbers) {
      square += number * number;
    }
    float[] unit = new float[numbers.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = (float) (numbers[i] / Math.sqrt(square));
    }
    return unit;
  }

  /** A unit vector of {@link #EN} whose cosine with {@code (1, 0, …)} is the one given. */
  public static float[] at(double cosine) {
    double[] numbers = new double[EN.dimension()];
    numbers[0] = cosine;
    numbers[1] = Math.sqrt(1 - cosine * cosine);
    return unit(numbers);
  }

  public static Failure failure(String key, String cause) {
    return new Failure(
        id(key), "r1", Failure.Stage.PARSE, cause, Scopes.of(WIKI, groups("admins")), NOON, "p1");
  }

  public static IndexQuery words(String text) {
    return new IndexQuery.Lexical(text);
  }

  public static IndexQuery near(float[] vector) {
    return new IndexQuery.Nearest(EN, vector);
  }

  public static List<String> texts(List<Hit> hits) {
    return hits.stream().map(hit -> hit.passage().chunk().text()).toList();
  }

  public static List<String> keys(List<Hit> hits) {
    return hits.stream().map(hit -> hit.passage().doc().key()).toList();
  }
}
