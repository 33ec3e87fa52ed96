package dev.gill.app.config;

import dev.gill.model.GroupId;
import dev.gill.model.Identity;
import dev.gill.surface.signin.Admins;
import dev.gill.surface.signin.SignIn;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code gill.signin}, and looks whether it goes with where Gill listens. */
public final class SignInConfigs {
  /** The realm of what a provider calls those whom it signs in. */
  public static final String REALM = SignIn.REALM;

  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(30);

  private SignInConfigs() {}

  /**
   * Who has to sign in.
   *
   * @param listening where Gill listens: a host name or an address
   * @throws ConfigException if others can reach it there and nobody would have to, or if something
   *     is not right
   */
  public static SignIn of(GillConfig config, String listening) {
    MappedConfig.SignInConfig signin = config.signin();
    return switch (signin.mode().strip()) {
      case "none" -> none(listening);
      case "open" -> open(signin);
      case "oidc" -> oidc(config);
      default ->
          throw new ConfigException("gill.signin is not known; set it to none, oidc or open.");
    };
  }

  private static SignIn none(String listening) {
    if (!isLoopback(listening)) {
      throw new ConfigException(
          "quarkus.http.host=%s lets others reach Gill, and nobody would have to sign in; set gill.signin=oidc as docs/sign-in.md says, or quarkus.http.host=localhost, or, if everybody who reaches it there may read what everyone may, both gill.signin=open and gill.signin.open=yes."
              .formatted(listening));
    }
    return new SignIn.None();
  }

  private static SignIn open(MappedConfig.SignInConfig signin) {
    if (!signin.open()) {
      throw new ConfigException(
          "gill.signin=open has nobody sign in, wherever they come from; say it a second time by"
              + " gill.signin.open=yes, or set gill.signin=oidc as docs/sign-in.md says.");
    }
    return new SignIn.Open();
  }

  private static SignIn oidc(GillConfig config) {
    MappedConfig.SignInConfig signin = config.signin();
    if (config.sources().containsKey(REALM)) {
      throw new ConfigException(
          "gill.sources.%s bears the name by which Gill knows who signed in; give that source another."
              .formatted(REALM));
    }
    if (signin.session().compareTo(SHORTEST) < 0 || signin.session().compareTo(LONGEST) > 0) {
      throw new ConfigException("gill.signin.session is out of bounds; set it from 1m to 30d.");
    }
    return new SignIn.Oidc(
        address("gill.signin.issuer", signin.issuer(), "https://id.example.com"),
        signin
            .clientId()
            .map(String::strip)
            .filter(id -> !id.isEmpty())
            .orElseThrow(
                () ->
                    new ConfigException(
                        "gill.signin.client-id is missing; set it to the name under which the"
                            + " provider knows this Gill.")),
        secret(signin),
        page(address("gill.signin.url", signin.url(), "https://gill.example.com")),
        signin.scopes().stream().map(String::strip).filter(each -> !each.isEmpty()).toList(),
        signin.groupsClaim().strip(),
        signin.session(),
        signin.audience().map(String::strip).filter(each -> !each.isEmpty()));
  }

  private static URI address(String setting, Optional<URI> written, String example) {
    URI address =
        written.orElseThrow(
            () ->
                new ConfigException(
                    "%s is missing; set it to an address such as %s.".formatted(setting, example)));
    boolean whole =
        address.getHost() != null
            && address.getUserInfo() == null
            && address.getQuery() == null
            && address.getFragment() == null;
    boolean safe =
        "https".equals(address.getScheme())
            || "http".equals(address.getScheme()) && whole && isLoopback(address.getHost());
    if (!whole || !safe) {
      throw new ConfigException(
          "%s is no address of https that a browser can open; write it such as %s."
              .formatted(setting, example));
    }
    return address;
  }

  private static URI page(URI url) {
    if (!url.getPath().isEmpty() && !url.getPath().equals("/")) {
      throw new ConfigException(
          "gill.signin.url has a path, and Gill's page stands at the root; write it such as"
              + " https://gill.example.com.");
    }
    return url.resolve("/");
  }

  private static String secret(MappedConfig.SignInConfig signin) {
    return signin
        .clientSecretFile()
        .map(SignInConfigs::line)
        .or(signin::clientSecret)
        .map(String::strip)
        .filter(secret -> !secret.isEmpty())
        .orElseThrow(
            () ->
                new ConfigException(
                    "gill.signin.client-secret is missing; give it by the environment,"
                        + " GILL_SIGNIN_CLIENT_SECRET, or name a file that holds it by"
                        + " gill.signin.client-secret-file."));
  }

  private static String line(Path file) {
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      String line = reader.readLine();
      return line == null ? "" : line;
    } catch (IOException e) {
      throw new ConfigException(
          "gill.signin.client-secret-file cannot be read; write the path of a file of text.", e);
    }
  }

  /**
   * Who are admins.
   *
   * @throws ConfigException if somebody is written in no form that can be read
   */
  public static Admins admins(GillConfig config) {
    Set<Identity> people = new HashSet<>();
    Set<GroupId> groups = new HashSet<>();
    for (String written : config.signin().admins().orElse(List.of())) {
      String name = written.strip();
      if (name.indexOf('@') > 0) {
        people.add(identity(name));
      } else if (!name.isEmpty()) {
        groups.add(GroupId.configured(name));
      }
    }
    return new Admins(people, groups, Groups.of(config)::of);
  }

  private static Identity identity(String written) {
    try {
      return Identity.parse(written);
    } catch (IllegalArgumentException e) {
      throw new ConfigException(
          "gill.signin.admins cannot be read: %s.".formatted(e.getMessage()), e);
    }
  }

  /**
   * Whether only this machine reaches what listens there; a name that is not known, it does not.
   */
  private static boolean isLoopback(String host) {
    try {
      String literal = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
      return literal.equals("localhost") || InetAddress.getByName(literal).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
