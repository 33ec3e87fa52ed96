package dev.gill.source.webdav;

/** A server that lists a folder at a time. */
final class ShallowDavContractTest extends SmallDavContract {
  ShallowDavContractTest() {
    super(SmallDav.Kind.SHALLOW);
  }
}
