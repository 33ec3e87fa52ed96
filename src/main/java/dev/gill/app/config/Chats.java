package dev.gill.app.config;

import dev.gill.app.config.MappedConfig.DingTalkConfig;
import dev.gill.app.config.MappedConfig.LarkConfig;
import dev.gill.app.config.MappedConfig.SlackConfig;
import dev.gill.surface.dingtalk.DingTalkSettings;
import dev.gill.surface.lark.LarkSurfaceSettings;
import dev.gill.surface.slack.SlackSettings;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads {@code gill.surfaces.*}. */
public final class Chats {
  private static final String SLACK = "gill.surfaces.slack.";
  private static final String DINGTALK = "gill.surfaces.dingtalk.";
  private static final String LARK = "gill.surfaces.lark.";

  private Chats() {}

  /**
   * How Gill is an app of a Slack workspace; empty if nothing is said of one.
   *
   * @throws ConfigException if something is missing or not right; no secret is repeated
   */
  public static Optional<SlackSettings> slack(GillConfig gill) {
    SlackConfig slack = gill.surfaces().slack();
    Optional<String> signing =
        SecretValue.of(SLACK + "signing-secret", slack.signingSecret(), slack.signingSecretFile());
    Optional<String> token = SecretValue.of(SLACK + "token", slack.token(), slack.tokenFile());
    Optional<String> app =
        SecretValue.of(SLACK + "app-token", slack.appToken(), slack.appTokenFile());
    if (Stream.of(signing, token, app).allMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    if (token.isEmpty()) {
      throw missing(SLACK + "token-file", "a file with the app's Bot User OAuth Token");
    }
    if (signing.isEmpty() && app.isEmpty()) {
      throw new ConfigException(
          SLACK
              + "signing-secret-file is missing; set it to a file with the app's Signing Secret, or"
              + " app-token-file where Slack cannot reach Gill.");
    }
    return Optional.of(
        new SlackSettings(
            signing,
            token.get(),
            app,
            slack.url().map(url -> address(SLACK + "url", url)).orElse(SlackSettings.SLACK),
            slack.source().map(source -> source(gill, SLACK + "source", source))));
  }

  /**
   * How Gill is an app of Lark or Feishu; empty if nothing is said of one.
   *
   * @throws ConfigException if something is missing or not right; no secret is repeated
   */
  public static Optional<LarkSurfaceSettings> lark(GillConfig gill) {
    LarkConfig lark = gill.surfaces().lark();
    Optional<String> app = lark.appId().map(String::strip).filter(id -> !id.isEmpty());
    Optional<String> secret =
        SecretValue.of(LARK + "app-secret", lark.appSecret(), lark.appSecretFile());
    Optional<String> key =
        SecretValue.of(LARK + "encrypt-key", lark.encryptKey(), lark.encryptKeyFile());
    if (Stream.of(app, secret, key).allMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    return Optional.of(
        new LarkSurfaceSettings(
            app.orElseThrow(() -> missing(LARK + "app-id", "the App ID")),
            secret.orElseThrow(
                () -> missing(LARK + "app-secret-file", "a file with the App Secret")),
            key.orElseThrow(
                () -> missing(LARK + "encrypt-key-file", "a file with the app's Encrypt Key")),
            SecretValue.of(
                LARK + "verification-token",
                lark.verificationToken(),
                lark.verificationTokenFile()),
            lark.url().map(url -> address(LARK + "url", url)).orElse(LarkSurfaceSettings.FEISHU),
            lark.source().map(source -> source(gill, LARK + "source", source))));
  }

  /**
   * How Gill is a robot of DingTalk; empty if nothing is said of one.
   *
   * @throws ConfigException if something is missing or not right; no secret is repeated
   */
  public static Optional<DingTalkSettings> dingTalk(GillConfig gill) {
    DingTalkConfig ding = gill.surfaces().dingtalk();
    Optional<String> key = ding.appKey().map(String::strip).filter(id -> !id.isEmpty());
    Optional<String> secret =
        SecretValue.of(DINGTALK + "app-secret", ding.appSecret(), ding.appSecretFile());
    if (key.isEmpty() && secret.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new DingTalkSettings(
            key.orElseThrow(() -> missing(DINGTALK + "app-key", "the app's AppKey")),
            secret.orElseThrow(
                () -> missing(DINGTALK + "app-secret-file", "a file with the app's AppSecret")),
            ding.url()
                .map(url -> address(DINGTALK + "url", url))
                .orElse(DingTalkSettings.DINGTALK)));
  }

  private static ConfigException missing(String setting, String what) {
    return new ConfigException("%s is missing; set it to %s.".formatted(setting, what));
  }

  private static String source(GillConfig gill, String setting, String source) {
    if (!gill.sources().containsKey(source)) {
      throw new ConfigException(
          "%s names a source that is not configured; use the name of one of these: %s."
              .formatted(setting, String.join(", ", gill.sources().keySet())));
    }
    return source;
  }

  private static URI address(String setting, String written) {
    try {
      URI address = URI.create(written.endsWith("/") ? written : written + "/");
      if (address.getHost() != null && address.getScheme().matches("https?")) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      throw notRight(setting);
    }
    throw notRight(setting);
  }

  private static ConfigException notRight(String setting) {
    return new ConfigException(
        "%s is no address; write one such as https://slack.com/api/ or https://open.larksuite.com/, or take it out."
            .formatted(setting));
  }
}
