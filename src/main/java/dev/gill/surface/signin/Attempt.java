package dev.gill.surface.signin;

/**
 * A sign-in under way, as the browser that began it keeps it.
 *
 * @param state which the provider gives back
 * @param nonce which stands in what the provider signs
 * @param verifier which the provider has only seen the digest of
 * @param to the path on this Gill that was asked for
 */
record Attempt(String state, String nonce, String verifier, String to) {
  private static final int LONGEST_PATH = 2_000;

  Attempt {
    to = local(to);
  }

  /** Only a path of this very Gill: nobody is to be led elsewhere by a link to its sign-in. */
  private static String local(String to) {
    boolean local =
        to.startsWith("/")
            && !to.startsWith("//")
            && to.length() <= LONGEST_PATH
            && to.chars().allMatch(sign -> sign > ' ' && sign < 0x7f && sign != '\\')
            && !to.startsWith("/signin");
    return local ? to : "/";
  }
}
