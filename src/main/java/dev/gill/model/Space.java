package dev.gill.model;

/**
 * An embedding space: vectors of two spaces must never be compared.
 *
 * @param model name and build of the model, such as {@code bge-small-en-v1.5}
 * @param dimension numbers in a vector
 */
public record Space(String model, int dimension) {
  public Space {
    if (dimension < 1) {
      throw new IllegalArgumentException("a space has at least one dimension, not " + dimension);
    }
  }

  @Override
  public String toString() {
    return model + "/" + dimension;
  }
}
