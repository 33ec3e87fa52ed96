package dev.gill.source.webdav;

import org.junit.jupiter.api.Tag;

/** A server that lists everything in one answer. */
@Tag("slow")
final class DeepDavContractTest extends SmallDavContract {
  DeepDavContractTest() {
    super(SmallDav.Kind.DEEP);
  }
}
