package dev.gill.embed.onnx;

import dev.gill.model.SimplifiedChinese;
import java.util.function.UnaryOperator;

/** The characters that a model learnt from; a text is turned into them before it is embedded. */
enum Script {
  /** Texts stay as they are. */
  ANY(UnaryOperator.identity()),
  /** Traditional Chinese characters are turned into simplified ones. */
  SIMPLIFIED(SimplifiedChinese::of);

  private final UnaryOperator<String> turn;

  Script(UnaryOperator<String> turn) {
    this.turn = turn;
  }

  String of(String text) {
    return turn.apply(text);
  }
}
