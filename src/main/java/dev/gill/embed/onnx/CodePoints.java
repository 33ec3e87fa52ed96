package dev.gill.embed.onnx;

/** From places counted in code points, as tokenizers count, to places in UTF-16 units. */
final class CodePoints {
  private final String text;
  private int point;
  private int unit;

  CodePoints(String text) {
    this.text = text;
  }

  /** The unit at which a code point begins; cheap for places that ascend. */
  int unit(int codePoint) {
    if (codePoint < point) {
      point = 0;
      unit = 0;
    }
    while (point < codePoint && unit < text.length()) {
      unit += Character.charCount(text.codePointAt(unit));
      point++;
    }
    return unit;
  }
}
