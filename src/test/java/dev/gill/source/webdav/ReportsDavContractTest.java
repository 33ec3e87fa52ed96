package dev.gill.source.webdav;

/** A server that reports what has changed. */
final class ReportsDavContractTest extends SmallDavContract {
  ReportsDavContractTest() {
    super(SmallDav.Kind.REPORTS);
  }
}
