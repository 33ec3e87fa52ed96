package dev.gill.source.webdav;

import org.junit.jupiter.api.Tag;

/** A server that reports what has changed. */
@Tag("slow")
final class ReportsDavContractTest extends SmallDavContract {
  ReportsDavContractTest() {
    super(SmallDav.Kind.REPORTS);
  }
}
