package dev.gill.source.webdav;

/** A server whose folders' etags change with what lies beneath. */
final class CloudDavContractTest extends SmallDavContract {
  CloudDavContractTest() {
    super(SmallDav.Kind.CLOUD);
  }
}
