package dev.gill.embed.onnx;

import dev.gill.model.Language;
import dev.gill.model.Space;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;

/**
 * What there is to know of a model before it is opened, as its {@code model.properties} says.
 *
 * @param name such as {@code bge-small-en-v1.5}
 * @param model the ONNX file as it was published; not needed where a prepared one is run
 * @param tokenizer the {@code tokenizer.json} of the Hugging Face tokenizers library
 * @param questionPrefix put before a question; may be empty
 * @param passagePrefix put before a passage; may be empty
 * @param characters those that it learnt from
 * @param dimension numbers in a vector; of a reader, scores of a token
 * @param maxTokens the most tokens that the model takes in, its special ones included
 * @param languages ISO 639-1 codes
 * @param byDefault whether it goes before those of its languages that are not
 * @param licence under which the model may be used
 * @param source where it comes from
 */
public record ModelDescription(
    String name,
    ModelFile model,
    ModelFile tokenizer,
    Pooling pooling,
    String questionPrefix,
    String passagePrefix,
    Script characters,
    int dimension,
    int maxTokens,
    Set<String> languages,
    boolean byDefault,
    String licence,
    String source) {
  private static final int BUILD_DIGITS = 8;

  public ModelDescription {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(tokenizer, "tokenizer");
    Objects.requireNonNull(pooling, "pooling");
    Objects.requireNonNull(questionPrefix, "questionPrefix");
    Objects.requireNonNull(passagePrefix, "passagePrefix");
    Objects.requireNonNull(characters, "characters");
    Objects.requireNonNull(licence, "licence");
    Objects.requireNonNull(source, "source");
    languages = Set.copyOf(languages);
  }

  /**
   * Reads a {@code model.properties} (UTF-8) and looks that the files it names are there; their
   * content is looked at when the model is opened.
   *
   * @throws ModelException if anything is missing, unknown or malformed
   */
  public static ModelDescription read(Path file) {
    return DescriptionFile.load(file).describe();
  }

  /** Whether the model is a reader of question and passage, which yields scores and no vector. */
  boolean reads() {
    return pooling == Pooling.NONE;
  }

  /** Whether the model was made for texts in that language. */
  public boolean speaks(Language language) {
    return languages.contains(language.code());
  }

  /**
   * The space of its vectors. Its name holds a digest of all that a passage's vector depends on, so
   * that a model changed under the same name counts as another one.
   *
   * @param form in which the model is run
   */
  Space space(String form) {
    String ingredients =
        String.join(
            "\n",
            model.sha256(),
            form,
            tokenizer.sha256(),
            pooling.name(),
            passagePrefix,
            characters.name(),
            Integer.toString(maxTokens));
    byte[] digest = ModelFile.newDigest().digest(ingredients.getBytes(StandardCharsets.UTF_8));
    String build = HexFormat.of().formatHex(digest).substring(0, BUILD_DIGITS);
    return new Space(name + "@" + build, dimension);
  }
}
