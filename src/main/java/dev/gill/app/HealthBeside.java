package dev.gill.app;

import io.smallrye.health.AsyncHealthCheckFactory;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Checks health beside the threads that answer, so that there is an answer while all of them are
 * busy.
 */
@Alternative
@Priority(1)
@Singleton
class HealthBeside extends AsyncHealthCheckFactory {
  @Override
  public Uni<HealthCheckResponse> callSync(HealthCheck check) {
    return super.callSync(check).runSubscriptionOn(Thread::startVirtualThread);
  }
}
