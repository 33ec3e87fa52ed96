package dev.gill.source.confluence;

import java.io.IOException;
import org.junit.jupiter.api.Tag;

/** Over the shapes of Cloud. */
@Tag("slow")
final class CloudContractTest extends ConfluenceContract {
  @Override
  StandInConfluence stand() throws IOException {
    return StandInConfluence.cloud();
  }
}
