package dev.gill.app.cli;

import dev.gill.model.Visible;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands beside {@code up}. */
@Command(
    name = "./gill",
    mixinStandardHelpOptions = true,
    description = "A team knowledge base that breathes.",
    subcommands = {
      AskCommand.class,
      CheckSourceCommand.class,
      VerifyCommand.class,
      ReplayCommand.class,
      QuestionsCommand.class,
      EvalCommand.class,
      LearnCommand.class,
      CampaignCommand.class,
      HuntCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      CommandLine.HelpCommand.class
    })
public final class CommandLineTool {
  private CommandLineTool() {}

  /** Runs a command; 0 if all went well, 1 if its answer is no, 2 if it could not run. */
  public static int run(String... args) {
    Logs.warningsOnly();
    return new CommandLine(new CommandLineTool())
        .setExecutionExceptionHandler(
            (e, command, parsed) -> {
              command.getErr().println("gill: " + sentence(e));
              return CommandLine.ExitCode.USAGE;
            })
        .execute(args);
  }

  /** What went wrong, for a person: the message, or the kind of error where there is none. */
  public static String sentence(Throwable e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : Visible.of(e.getMessage());
  }
}
