package dev.gill.source.mediawiki;

/** The wiki's API says that it will not do what it was asked for; its words are not repeated. */
final class ApiException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;

  ApiException(String code) {
    super("the API answers with an error");
    this.code = code;
  }

  /** Whether a page was asked for that this account may not read. */
  boolean refusesPage() {
    return code.equals("accessdenied")
        || code.startsWith("permission")
        || code.startsWith("badaccess")
        || code.equals("protectedpage");
  }

  /** Whether nothing at all may be read. */
  boolean refusesAll() {
    return code.equals("readapidenied") || code.equals("blocked") || code.equals("autoblocked");
  }

  /** Whether the session is over. */
  boolean signedOut() {
    return code.startsWith("assert");
  }

  /** Whether it asks for a pause. */
  boolean busy() {
    return code.equals("maxlag") || code.equals("ratelimited");
  }
}
