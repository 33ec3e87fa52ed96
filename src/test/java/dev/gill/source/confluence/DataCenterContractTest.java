package dev.gill.source.confluence;

import java.io.IOException;
import org.junit.jupiter.api.Tag;

/** Over the shapes of Data Center. */
@Tag("slow")
final class DataCenterContractTest extends ConfluenceContract {
  @Override
  StandInConfluence stand() throws IOException {
    return StandInConfluence.dataCenter();
  }
}
