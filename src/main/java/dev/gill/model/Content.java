package dev.gill.model;

import java.util.Objects;

/**
 * A document as its source holds it.
 *
 * @param name file name with its extension, from which the format is told
 * @param bytes the whole content; not copied, so nobody may write to it
 */
public record Content(String name, byte[] bytes) {
  public Content {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(bytes, "bytes");
  }
}
