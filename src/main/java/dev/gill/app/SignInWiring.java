package dev.gill.app;

import dev.gill.answer.CurrentReader;
import dev.gill.answer.CurrentRole;
import dev.gill.app.config.GillConfig;
import dev.gill.app.config.SignInConfigs;
import dev.gill.app.house.House;
import dev.gill.ledger.AccessTokens;
import dev.gill.ledger.TrailBook;
import dev.gill.model.Directory;
import dev.gill.model.GroupId;
import dev.gill.model.Reader;
import dev.gill.surface.Caller;
import dev.gill.surface.CurrentCaller;
import dev.gill.surface.Forgetter;
import dev.gill.surface.OwnAddress;
import dev.gill.surface.ProtectedResource;
import dev.gill.surface.Right;
import dev.gill.surface.door.AskRate;
import dev.gill.surface.signin.Admins;
import dev.gill.surface.signin.SignIn;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/** Says who calls, what they may do and read, and what is known of them. */
@Singleton
final class SignInWiring {
  /** Without sign-in, whoever sits at this machine. */
  @Produces
  @Singleton
  CurrentRole currentRole(CurrentCaller current) {
    return () -> current.get().may(Right.ADMIN);
  }

  @Produces
  @Singleton
  CurrentReader currentReader(House house, CurrentCaller current) {
    Directory directory = house.directory();
    return () -> reader(directory, current.get());
  }

  /**
   * What somebody may read by configuration and by sources, and by the word of who signed them in.
   */
  private static Reader reader(Directory directory, Caller caller) {
    Reader known = directory.reader(caller.identities());
    Set<GroupId> groups = new HashSet<>(known.groups());
    groups.addAll(caller.groups());
    return new Reader(known.identities(), groups);
  }

  @Produces
  @Singleton
  SignIn signIn(GillConfig gill, Config config) {
    return SignInConfigs.of(gill, Reached.listening(config));
  }

  @Produces
  @Singleton
  Admins admins(GillConfig gill) {
    return SignInConfigs.admins(gill);
  }

  @Produces
  @Singleton
  AskRate askRate(GillConfig gill, SignIn signIn) {
    return Reached.rate(gill, signIn);
  }

  @Produces
  @Singleton
  Forgetter forgetter(GillConfig gill, House house, TrailBook trail) {
    return new ForgettingDesk(gill, house, trail);
  }

  @Produces
  @Singleton
  AccessTokens tokens(GillConfig gill, Clock clock) {
    return new AccessTokens(gill.data(), clock);
  }

  @Produces
  @Singleton
  OwnAddress ownAddress(GillConfig gill) {
    return new OwnAddress(Reached.pages(gill).base());
  }

  @Produces
  @Singleton
  ProtectedResource protectedResource(SignIn signIn) {
    return signIn instanceof SignIn.Oidc oidc
        ? ProtectedResource.at(oidc.url(), List.of(oidc.issuer()))
        : ProtectedResource.open();
  }
}
