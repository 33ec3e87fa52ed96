package dev.gill.surface.lark;

import dev.gill.surface.chat.ChatException;
import dev.gill.surface.chat.Checked;
import java.time.InstantSource;
import java.util.function.Consumer;

/** Says step by step whether Gill can be an app of Lark as it is configured. */
public final class LarkSurfaceCheck {
  private LarkSurfaceCheck() {}

  /**
   * Looks at everything, one after the other.
   *
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public static void run(
      LarkSurfaceSettings settings, InstantSource clock, Consumer<Checked> report)
      throws InterruptedException {
    LarkApi api = new LarkApi(settings, clock);
    try {
      String bot = api.get("open-apis/bot/v3/info").path("bot").path("app_name").asText();
      report.accept(new Checked("app", true, "Its bot is called %s.".formatted(bot)));
    } catch (ChatException e) {
      report.accept(
          new Checked(
              "app",
              false,
              e.getMessage()
                  + " Check app-id and app-secret, and switch the app's bot on (应用能力, 机器人)."));
      return;
    }
    step(api, "groups", "open-apis/im/v1/chats?page_size=1", "im:chat:readonly", report);
    step(
        api,
        "people",
        "open-apis/contact/v3/users/find_by_department?department_id=0&page_size=1&user_id_type=open_id",
        "contact:user.base:readonly and contact:user.email:readonly",
        report);
    report.accept(
        new Checked(
            "events",
            true,
            "They are taken at /api/surfaces/lark, encrypted and signed with the Encrypt Key."));
  }

  private static void step(
      LarkApi api, String name, String path, String scope, Consumer<Checked> report)
      throws InterruptedException {
    try {
      api.get(path);
      report.accept(new Checked(name, true, "They can be asked for."));
    } catch (ChatException e) {
      report.accept(
          new Checked(name, false, "%s Give the app %s.".formatted(e.getMessage(), scope)));
    }
  }
}
