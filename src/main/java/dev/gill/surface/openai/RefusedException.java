package dev.gill.surface.openai;

import dev.gill.surface.Texts;

/** Ends a request that its sender can mend, as the interface of OpenAI says so. */
final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final String param;
  private final transient Object[] values;

  private RefusedException(int status, String code, String param, String key, Object... values) {
    super(key);
    this.status = status;
    this.code = code;
    this.param = param;
    this.values = values;
  }

  /**
   * A parameter is not right.
   *
   * @param param its name; null if it is the body as a whole
   * @param key of the sentence that says what to do
   * @param values that are filled in
   */
  static RefusedException invalid(String param, String key, Object... values) {
    return new RefusedException(400, null, param, key, values);
  }

  /** There is no model of that name. */
  static RefusedException unknownModel(String name) {
    return new RefusedException(
        404, "model_not_found", "model", "openai.model", Models.echo(name), Models.NAME);
  }

  ErrorReply reply(Texts t) {
    return ErrorReply.of(status, code, param, t.filled(getMessage(), values));
  }
}
