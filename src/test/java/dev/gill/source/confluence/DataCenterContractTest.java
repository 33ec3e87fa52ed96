package dev.gill.source.confluence;

import java.io.IOException;

/** Over the shapes of Data Center. */
final class DataCenterContractTest extends ConfluenceContract {
  @Override
  StandInConfluence stand() throws IOException {
    return StandInConfluence.dataCenter();
  }
}
