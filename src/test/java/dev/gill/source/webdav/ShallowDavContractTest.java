package dev.gill.source.webdav;

import org.junit.jupiter.api.Tag;

/** A server that lists a folder at a time. */
@Tag("slow")
final class ShallowDavContractTest extends SmallDavContract {
  ShallowDavContractTest() {
    super(SmallDav.Kind.SHALLOW);
  }
}
