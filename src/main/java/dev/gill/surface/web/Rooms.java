package dev.gill.surface.web;

import dev.gill.surface.TrailView;
import dev.gill.surface.Verifying;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** Which pages there are besides those that are always there; the frame around all of them asks. */
@Singleton
@Named("rooms")
class Rooms {
  private final TrailView trail;
  private final Verifying verifying;

  @Inject
  Rooms(TrailView trail, Verifying verifying) {
    this.trail = trail;
    this.verifying = verifying;
  }

  /** Whether a trail is kept. */
  public boolean isTrail() {
    return trail.days() > 0;
  }

  /** Whether verified answers are kept. */
  public boolean isVerified() {
    return verifying.isOn();
  }
}
