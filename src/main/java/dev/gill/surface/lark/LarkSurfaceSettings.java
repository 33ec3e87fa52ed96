package dev.gill.surface.lark;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * How Gill is an app of an organization.
 *
 * @param encryptKey what events are encrypted and signed with
 * @param verificationToken which events bear, if it is to be compared as well
 * @param platform the open platform's address, with a slash at its end
 * @param realm of the accounts: the name of a source that reads as the same app; empty if none
 *     does, and then people are known by their addresses alone
 */
public record LarkSurfaceSettings(
    String appId,
    String appSecret,
    String encryptKey,
    Optional<String> verificationToken,
    URI platform,
    Optional<String> realm) {
  /** Feishu's platform; Lark's is {@code https://open.larksuite.com/}. */
  public static final URI FEISHU = URI.create("https://open.feishu.cn/");

  public LarkSurfaceSettings {
    Objects.requireNonNull(appId, "appId");
    Objects.requireNonNull(appSecret, "appSecret");
    Objects.requireNonNull(encryptKey, "encryptKey");
    Objects.requireNonNull(verificationToken, "verificationToken");
    Objects.requireNonNull(realm, "realm");
    if (!platform.toString().endsWith("/")) {
      throw new IllegalArgumentException("the platform's address ends with a slash");
    }
  }

  /** Without what is secret. */
  @Override
  public String toString() {
    return "LarkSurfaceSettings[%s, %s]".formatted(platform.getHost(), appId);
  }
}
