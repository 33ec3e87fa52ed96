package dev.gill.source.lark;

import java.util.Set;

/** Lark refuses one request; its own words may hold anything and are not repeated. */
final class LarkException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What wikis, pages, tables, sheets, files and minutes answer for what is not there any more. */
  private static final Set<Integer> GONE =
      Set.of(
          404, 91402, 90214, 90215, 131005, 970005, 1061003, 1061007, 1063005, 1254040, 1254041,
          1310214, 1310215, 1770002, 1770003, 2091004);

  private static final int SCOPE_MISSING = 99991672;
  private static final int SCOPE_OF_USER = 99991679;

  private final int code;
  private final transient Set<String> scopes;

  LarkException(int code, Set<String> scopes) {
    super("code " + code);
    this.code = code;
    this.scopes = Set.copyOf(scopes);
  }

  int code() {
    return code;
  }

  boolean gone() {
    return GONE.contains(code);
  }

  /** Whether the app lacks a scope, so that the same is refused of every document. */
  boolean scopeMissing() {
    return code == SCOPE_MISSING || code == SCOPE_OF_USER;
  }

  /** The scopes of which Lark says that one would do. */
  Set<String> scopes() {
    return scopes == null ? Set.of() : scopes;
  }
}
