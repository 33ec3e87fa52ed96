package dev.gill.source.confluence;

import java.io.IOException;

/** Over the shapes of Cloud. */
final class CloudContractTest extends ConfluenceContract {
  @Override
  StandInConfluence stand() throws IOException {
    return StandInConfluence.cloud();
  }
}
