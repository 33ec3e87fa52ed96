package dev.gill.surface.mcp;

import dev.gill.surface.Texts;

/** Ends a request with an error of JSON-RPC 2.0. */
final class ProtocolException extends Exception {
  /** No JSON. */
  static final int PARSE = -32700;

  /** No request. */
  static final int REQUEST = -32600;

  /** A method that is not known. */
  static final int METHOD = -32601;

  /** Parameters that are not right. */
  static final int PARAMS = -32602;

  /** Something went wrong inside. */
  static final int INTERNAL = -32603;

  /** A resource that is absent, or that the reader may not know of. */
  static final int RESOURCE = -32002;

  private static final long serialVersionUID = 1L;

  private final int code;
  private final transient Object[] values;

  /**
   * Says what to do.
   *
   * @param key of the sentence
   * @param values that are filled in
   */
  ProtocolException(int code, String key, Object... values) {
    super(key);
    this.code = code;
    this.values = values;
  }

  int code() {
    return code;
  }

  String sentence(Texts t) {
    return t.filled(getMessage(), values);
  }
}
