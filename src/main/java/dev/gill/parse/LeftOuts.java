package dev.gill.parse;

import dev.gill.model.LeftOut;
import java.util.function.Consumer;

/** Where the readers of markup note what they pass over. */
record LeftOuts(Consumer<LeftOut.Kind> counter) {
  void struck() {
    counter.accept(LeftOut.Kind.STRUCK);
  }

  void comment() {
    counter.accept(LeftOut.Kind.COMMENT);
  }

  void picture() {
    counter.accept(LeftOut.Kind.PICTURE);
  }

  void hidden() {
    counter.accept(LeftOut.Kind.HIDDEN);
  }

  void object() {
    counter.accept(LeftOut.Kind.OBJECT);
  }
}
