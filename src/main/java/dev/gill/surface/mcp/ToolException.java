package dev.gill.surface.mcp;

import dev.gill.surface.Texts;

/** Ends a call of a tool with a sentence from which the model can see how to call it better. */
final class ToolException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Object[] values;

  ToolException(String key, Object... values) {
    super(key);
    this.values = values;
  }

  String sentence(Texts t) {
    return t.filled(getMessage(), values);
  }
}
