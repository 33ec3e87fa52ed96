package dev.gill.app;

import dev.gill.app.config.ConfigException;
import dev.gill.app.config.GillConfig;
import dev.gill.app.config.SignInConfigs;
import dev.gill.surface.chat.PageAddress;
import dev.gill.surface.door.AskLimits;
import dev.gill.surface.door.AskRate;
import dev.gill.surface.door.BodyTimeout;
import dev.gill.surface.door.HostNames;
import dev.gill.surface.signin.SignIn;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Under which names Gill is reached, and how patient it is. */
final class Reached {

  private Reached() {}

  /**
   * The names that are configured, and where it listens.
   *
   * @throws ConfigException if one is no name
   */
  static HostNames as(GillConfig gill, Config config) {
    List<String> names = new ArrayList<>(gill.http().hosts().orElse(List.of()));
    if (SignInConfigs.of(gill, listening(config)) instanceof SignIn.Oidc oidc) {
      names.add(oidc.url().getHost());
    }
    try {
      return HostNames.of(names, listening(config));
    } catch (IllegalArgumentException e) {
      throw new ConfigException("gill.http.hosts: " + e.getMessage(), e);
    }
  }

  /**
   * Where its pages lie for those who are not on one.
   *
   * @throws ConfigException if that is no address
   */
  static PageAddress pages(GillConfig gill) {
    try {
      Optional<URI> base =
          gill.http().address().map(String::strip).map(URI::create).or(() -> gill.signin().url());
      if (base.filter(address -> !isPage(address)).isPresent()) {
        throw new IllegalArgumentException("no address of a page");
      }
      return new PageAddress(base);
    } catch (IllegalArgumentException e) {
      throw new ConfigException(
          "gill.http.address is no address; make it one such as https://gill.example.com.", e);
    }
  }

  private static boolean isPage(URI address) {
    return address.getHost() != null
        && address.getScheme().matches("https?")
        && address.getRawQuery() == null
        && address.getRawFragment() == null;
  }

  /**
   * How long a body may take.
   *
   * @throws ConfigException if that is out of bounds
   */
  static BodyTimeout within(GillConfig gill) {
    try {
      return new BodyTimeout(gill.http().bodyTimeout());
    } catch (IllegalArgumentException e) {
      throw new ConfigException("gill.http.body-timeout: " + e.getMessage(), e);
    }
  }

  /**
   * How many questions at once.
   *
   * @throws ConfigException if that is out of bounds
   */
  static AskLimits atOnce(GillConfig gill) {
    try {
      return new AskLimits(gill.http().asks(), gill.http().asksPerCaller());
    } catch (IllegalArgumentException e) {
      throw new ConfigException("gill.http.asks and asks-per-caller: " + e.getMessage(), e);
    }
  }

  /** Where it listens. */
  static String listening(Config config) {
    return config.getOptionalValue("quarkus.http.host", String.class).orElse("localhost");
  }

  /**
   * How many questions a minute of one caller: as many as they like, unless people sign in or that
   * is configured.
   *
   * @throws ConfigException if that is out of bounds
   */
  static AskRate rate(GillConfig gill, SignIn signIn) {
    int perMinute = gill.http().asksPerMinute().orElse(signIn instanceof SignIn.Oidc ? 60 : 0);
    try {
      return new AskRate(perMinute, gill.http().asksBurst().orElse(20));
    } catch (IllegalArgumentException e) {
      throw new ConfigException("gill.http: " + e.getMessage(), e);
    }
  }
}
