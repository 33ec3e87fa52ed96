package dev.gill.source.webdav;

import org.junit.jupiter.api.Tag;

/** A server whose folders' etags change with what lies beneath. */
@Tag("slow")
final class CloudDavContractTest extends SmallDavContract {
  CloudDavContractTest() {
    super(SmallDav.Kind.CLOUD);
  }
}
