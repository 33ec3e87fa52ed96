package dev.gill.source.webdav;

/** A server that lists everything in one answer. */
final class DeepDavContractTest extends SmallDavContract {
  DeepDavContractTest() {
    super(SmallDav.Kind.DEEP);
  }
}
