package dev.gill.app.cli;

import dev.gill.app.config.Chats;
import dev.gill.app.config.ConfigFile;
import dev.gill.app.config.GillConfig;
import dev.gill.surface.chat.Checked;
import dev.gill.surface.dingtalk.DingTalkSettings;
import dev.gill.surface.dingtalk.DingTalkSurfaceCheck;
import dev.gill.surface.lark.LarkSurfaceCheck;
import dev.gill.surface.lark.LarkSurfaceSettings;
import dev.gill.surface.slack.SlackCheck;
import dev.gill.surface.slack.SlackSettings;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says step by step what works of a chat and what is missing. */
@Command(
    name = "check-surface",
    mixinStandardHelpOptions = true,
    description =
        "Says step by step whether Gill can answer in a chat as it is configured; exits with 1 if"
            + " anything is missing. Says nothing there, and may run while Gill does.")
final class CheckSurfaceCommand implements Callable<Integer> {
  /** The chats that there are. */
  enum Chat {
    slack("Slack"),
    lark("Lark"),
    dingtalk("DingTalk");

    private final String name;

    Chat(String name) {
      this.name = name;
    }
  }

  @Parameters(paramLabel = "CHAT", description = "${COMPLETION-CANDIDATES}")
  private Chat chat;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    GillConfig config = ConfigFile.of(ConfigFile.read());
    PrintWriter out = spec.commandLine().getOut();
    boolean[] wrong = {false};
    Consumer<Checked> report =
        step -> {
          out.println(
              "%s %-10s %s".formatted(step.right() ? "ok" : "NO", step.name(), step.sentence()));
          out.flush();
          wrong[0] |= !step.right();
        };
    if (!check(config, report)) {
      spec.commandLine()
          .getErr()
          .println(
              "gill: %s is not configured; docs/surfaces/%s.md says what to set."
                  .formatted(chat.name, chat));
      return 2;
    }
    out.println(
        (wrong[0] ? "%s is not right yet." : "Gill can answer in %s.").formatted(chat.name));
    out.flush();
    return wrong[0] ? 1 : 0;
  }

  private boolean check(GillConfig config, Consumer<Checked> report) throws InterruptedException {
    switch (chat) {
      case slack -> {
        Optional<SlackSettings> slack = Chats.slack(config);
        if (slack.isPresent()) {
          SlackCheck.run(slack.get(), report);
        }
        return slack.isPresent();
      }
      case lark -> {
        Optional<LarkSurfaceSettings> lark = Chats.lark(config);
        if (lark.isPresent()) {
          LarkSurfaceCheck.run(lark.get(), Clock.systemUTC(), report);
        }
        return lark.isPresent();
      }
      case dingtalk -> {
        Optional<DingTalkSettings> dingTalk = Chats.dingTalk(config);
        if (dingTalk.isPresent()) {
          DingTalkSurfaceCheck.run(dingTalk.get(), Clock.systemUTC(), report);
        }
        return dingTalk.isPresent();
      }
    }
    throw new IllegalStateException("there is no such chat");
  }
}
