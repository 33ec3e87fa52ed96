package dev.gill.surface.door;

import java.net.URI;
import java.net.URISyntaxException;

/** Whether an address can be read: it starts at the root, and nothing in it is half escaped. */
final class Escapes {
  private Escapes() {}

  /** {@code uri} is what stands in the first line of a request. */
  static boolean areBroken(String uri) {
    if (uri.equals("*")) {
      return false;
    }
    try {
      URI read = new URI(uri);
      return !uri.startsWith("/") && !read.isAbsolute();
    } catch (URISyntaxException e) {
      return true;
    }
  }
}
