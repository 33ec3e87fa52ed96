package dev.gill.app;

import dev.gill.app.config.GillConfig;
import dev.gill.app.config.HookConfigs;
import dev.gill.surface.door.AskLimits;
import dev.gill.surface.door.BodyTimeout;
import dev.gill.surface.door.HostNames;
import dev.gill.surface.rest.Hooks;
import dev.gill.surface.rest.LarkHooks;
import dev.gill.surface.rest.LookPace;
import dev.gill.sync.SyncMonitor;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.Config;

/** Says under which names Gill is reached, how patient it is, and who may have it look. */
@Singleton
final class DoorWiring {
  @Produces
  @Singleton
  HostNames names(GillConfig gill, Config config) {
    return Reached.as(gill, config);
  }

  @Produces
  @Singleton
  BodyTimeout bodyTimeout(GillConfig gill) {
    return Reached.within(gill);
  }

  @Produces
  @Singleton
  LookPace lookPace(SyncMonitor sync, Clock clock) {
    return new LookPace(sync::lookNow, clock);
  }

  @Produces
  @Singleton
  Hooks hooks(GillConfig gill, SyncMonitor sync, LookPace pace, Clock clock) {
    return new Hooks(HookConfigs.secrets(gill), sync::hook, pace, clock);
  }

  @Produces
  @Singleton
  LarkHooks larkHooks(GillConfig gill, SyncMonitor sync, LookPace pace, Clock clock) {
    return new LarkHooks(
        HookConfigs.secrets(gill), HookConfigs.tokens(gill), sync::hook, pace, clock);
  }

  @Produces
  @Singleton
  AskLimits askLimits(GillConfig gill) {
    return Reached.atOnce(gill);
  }
}
