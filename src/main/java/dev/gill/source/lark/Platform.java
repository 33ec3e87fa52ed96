package dev.gill.source.lark;

import dev.gill.source.Settings;
import dev.gill.source.http.HttpLimits;
import dev.gill.source.http.HttpSettings;
import dev.gill.source.http.WrittenHttp;
import java.net.URI;
import java.util.Locale;

/** Which open platform is asked, and as which app: what all sources of Lark write alike. */
final class Platform {
  static final String FEISHU = "https://open.feishu.cn/";
  static final String LARK = "https://open.larksuite.com/";

  /** Lark allows each of the APIs 100 to 1000 requests a minute. */
  private static final HttpLimits LIMITS = HttpLimits.USUAL.withPerMinute(300);

  private Platform() {}

  static HttpSettings http(Settings settings) {
    HttpSettings http = WrittenHttp.read(settings, base(settings), LIMITS);
    if (http.base().getScheme().equals("http") && !internal(http.base(), settings)) {
      throw settings.wrong(
          "url",
          "begins with http, so the app's secret would travel unencrypted; write https, or list its"
              + " host in internal-hosts");
    }
    return http;
  }

  static App app(Settings settings) {
    return new App(
        settings.source(),
        settings.required("app-id").strip(),
        settings.secret("app-secret").orElseThrow(() -> settings.missing("app-secret")));
  }

  private static String base(Settings settings) {
    String url = settings.text("url").orElse("feishu").strip();
    return switch (url.toLowerCase(Locale.ROOT)) {
      case "feishu" -> FEISHU;
      case "lark" -> LARK;
      default -> url.endsWith("/") ? url : url + "/";
    };
  }

  private static boolean internal(URI base, Settings settings) {
    return settings.list("internal-hosts").stream()
        .anyMatch(host -> host.equals(base.getRawAuthority()) || host.equals(base.getHost()));
  }
}
