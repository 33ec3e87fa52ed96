package dev.gill.surface.dingtalk;

import java.net.URI;
import java.util.Objects;

/**
 * How Gill is a robot of an organization.
 *
 * @param appKey the app's AppKey, or Client ID
 * @param appSecret its AppSecret, or Client Secret, which requests are signed with as well
 * @param platform where people are asked for, with a slash at its end
 */
public record DingTalkSettings(String appKey, String appSecret, URI platform) {
  /** Where DingTalk says who somebody is. */
  public static final URI DINGTALK = URI.create("https://oapi.dingtalk.com/");

  public DingTalkSettings {
    Objects.requireNonNull(appKey, "appKey");
    Objects.requireNonNull(appSecret, "appSecret");
    if (!platform.toString().endsWith("/")) {
      throw new IllegalArgumentException("the platform's address ends with a slash");
    }
  }

  /** Without what is secret. */
  @Override
  public String toString() {
    return "DingTalkSettings[%s, %s]".formatted(platform.getHost(), appKey);
  }
}
