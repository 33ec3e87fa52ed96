package dev.gill.surface.signin;

import dev.gill.surface.Caller;
import dev.gill.surface.CurrentCaller;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** What stands at the head of every page of whoever looks at it. */
@Singleton
@Named("visitor")
class Visitor {
  private final CurrentCaller current;

  @Inject
  Visitor(CurrentCaller current) {
    this.current = current;
  }

  /** Whether they signed in. */
  public boolean isSignedIn() {
    return current.get().proof() == Caller.Proof.SESSION;
  }

  /** What they are called. */
  public String getName() {
    return current.get().name();
  }
}
