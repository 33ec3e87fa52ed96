package dev.gill.surface.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.index.IndexUnavailableException;
import dev.gill.surface.Languages;
import dev.gill.surface.Texts;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class UnavailableTest {
  private final Problems problems =
      new Problems(InstantSource.fixed(Instant.EPOCH), new Languages());
  private final Texts english = new Languages().of(null);

  @Test
  void an_index_that_cannot_be_reached_is_asked_again_and_is_no_fault_of_gills() {
    Exception cause = new IOException("10.0.0.7: connection refused, password=hunter2");
    Response reply =
        problems.internal(
            new IndexUnavailableException("the index at search:9200 is down", cause), english);

    assertThat(reply.getStatus()).isEqualTo(503);
    assertThat(reply.getHeaderString("Retry-After")).isEqualTo("5");
    Problem problem = (Problem) reply.getEntity();
    assertThat(problem.detail()).isEqualTo("The index cannot be reached; ask again soon.");
  }

  @Test
  void any_other_fault_is_gills() {
    assertThat(problems.internal(new IllegalStateException("broken"), english).getStatus())
        .isEqualTo(500);
  }
}
