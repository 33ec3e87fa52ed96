package dev.gill.model;

import java.util.Objects;

/** How far a source has been taken in; opaque to everyone but that source. */
public record Cursor(String value) {
  public Cursor {
    Objects.requireNonNull(value, "value");
  }
}
