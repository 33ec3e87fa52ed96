package dev.gill.parse.canonical;

import dev.gill.model.LeftOut;
import java.util.function.Consumer;

/** Where the readers of markup note what they pass over. */
public record LeftOuts(Consumer<LeftOut.Kind> counter) {
  public void struck() {
    counter.accept(LeftOut.Kind.STRUCK);
  }

  public void comment() {
    counter.accept(LeftOut.Kind.COMMENT);
  }

  public void picture() {
    counter.accept(LeftOut.Kind.PICTURE);
  }

  public void hidden() {
    counter.accept(LeftOut.Kind.HIDDEN);
  }

  public void object() {
    counter.accept(LeftOut.Kind.OBJECT);
  }
}
