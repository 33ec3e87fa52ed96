package dev.gill.app.cli;

import dev.gill.model.Visible;
import java.net.URI;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The commands beside {@code up}. */
@Command(
    name = "./gill",
    mixinStandardHelpOptions = true,
    description = "A team knowledge base that breathes.",
    subcommands = {
      OfTheScript.Up.class,
      AskCommand.class,
      McpCommand.class,
      SkillCommand.class,
      CheckSourceCommand.class,
      CheckSurfaceCommand.class,
      VerifyCommand.class,
      ReplayCommand.class,
      QuestionsCommand.class,
      EvalCommand.class,
      LeashCommand.class,
      LearnCommand.class,
      CampaignCommand.class,
      HuntCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      ForgetCommand.class,
      TokenCommand.class,
      TrailCommand.class,
      OfTheScript.Build.class,
      OfTheScript.Rehearse.class,
      OfTheScript.Test.class,
      OfTheScript.Bench.class,
      CommandLine.HelpCommand.class
    })
public final class CommandLineTool {
  private CommandLineTool() {}

  /** Runs a command; 0 if all went well, 1 if its answer is no, 2 if it could not run. */
  public static int run(String... args) {
    Logs.warningsOnly();
    return new CommandLine(new CommandLineTool())
        .setParameterExceptionHandler(CommandLineTool::wrong)
        .setExecutionExceptionHandler(
            (e, command, parsed) -> {
              command.getErr().println("gill: " + sentence(e));
              return CommandLine.ExitCode.USAGE;
            })
        .execute(args);
  }

  /** In our own words where a value cannot be read; the library's would name classes. */
  private static int wrong(CommandLine.ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    boolean value = e.getCause() instanceof Exception || e.getMessage().startsWith("Invalid value");
    String sentence =
        value && e.getArgSpec() != null ? unread(e.getArgSpec()) : e.getMessage() + ".";
    command.getErr().println("gill: " + Visible.of(sentence.replaceFirst("\\.\\.$", ".")));
    command
        .getErr()
        .println(
            command.getParent() == null
                ? "./gill help lists all commands."
                : "./gill help %s says what it takes.".formatted(command.getCommandName()));
    return CommandLine.ExitCode.USAGE;
  }

  private static String unread(ArgSpec argument) {
    String name =
        argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    Class<?> type = argument.type();
    String kind =
        type == int.class || type == Integer.class
            ? "a whole number"
            : type == URI.class
                ? "an address such as http://localhost:8080"
                : "a value of its kind";
    return "%s cannot be read; make it %s.".formatted(name, kind);
  }

  /** What went wrong, for a person: the message, or the kind of error where there is none. */
  public static String sentence(Throwable e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : Visible.of(e.getMessage());
  }
}
