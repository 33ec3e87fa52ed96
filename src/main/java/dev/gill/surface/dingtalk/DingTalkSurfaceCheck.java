package dev.gill.surface.dingtalk;

import dev.gill.surface.chat.ChatException;
import dev.gill.surface.chat.Checked;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Consumer;

/** Says step by step whether Gill can be a robot of DingTalk as it is configured. */
public final class DingTalkSurfaceCheck {
  /** Codes by which DingTalk says that somebody is not there, to whom may ask. */
  private static final Set<Integer> NOT_THERE = Set.of(0, 33_012, 60_121);

  private DingTalkSurfaceCheck() {}

  /**
   * Looks at everything, one after the other.
   *
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public static void run(DingTalkSettings settings, InstantSource clock, Consumer<Checked> report)
      throws InterruptedException {
    DingTalkApi api = new DingTalkApi(settings, clock);
    try {
      api.token();
      report.accept(new Checked("app", true, "DingTalk knows it."));
    } catch (ChatException e) {
      report.accept(new Checked("app", false, e.getMessage()));
      return;
    }
    report.accept(people(api));
    report.accept(
        new Checked(
            "messages",
            true,
            "They are taken at /api/surfaces/dingtalk, signed with the app's secret."));
  }

  private static Checked people(DingTalkApi api) throws InterruptedException {
    try {
      int code = api.codeOfNobody();
      return NOT_THERE.contains(code)
          ? new Checked("people", true, "They can be asked for.")
          : new Checked(
              "people",
              false,
              "DingTalk refuses to say who somebody is with code %d. Give the app qyapi_get_member and fieldEmail."
                  .formatted(code));
    } catch (ChatException e) {
      return new Checked("people", false, e.getMessage());
    }
  }
}
