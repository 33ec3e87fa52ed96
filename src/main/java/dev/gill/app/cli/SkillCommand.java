package dev.gill.app.cli;

import dev.gill.model.Visible;
import dev.gill.skill.Skill;
import dev.gill.skill.Subject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes what the documents say as a skill for agents, and keeps it in step. */
@Command(
    name = "skill",
    mixinStandardHelpOptions = true,
    description = "Writes what the documents say as a skill for agents, and keeps it in step.",
    subcommands = {SkillCommand.Export.class, SkillCommand.Follow.class})
final class SkillCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do: skill export or skill follow.");
  }

  private static void print(SortedSet<String> changed, Path folder, PrintWriter out) {
    changed.forEach(path -> out.println(Visible.of(folder.resolve(path).toString())));
    out.flush();
  }

  /** What a skill is about: one of the two. */
  static final class About {
    @Option(
        names = "--topic",
        paramLabel = "TOPIC",
        required = true,
        description = "Whatever the documents say of this.")
    private String topic;

    @Option(
        names = "--documents",
        paramLabel = "GLOB",
        required = true,
        description = "All that these documents say, such as 'runbooks/**' or 'wiki:Deploy*'.")
    private String documents;

    Subject subject() {
      return topic == null ? new Subject.Documents(documents) : new Subject.Topic(topic);
    }
  }

  /** Writes one. */
  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      description =
          "Writes a folder in the Agent Skills format, of quotes with their sources; exits with 1 if there is nothing to write.")
  static final class Export implements Callable<Integer> {
    @Parameters(
        paramLabel = "DIR",
        description = "The folder, whose name is the skill's, such as skills/restore-database.")
    private Path folder;

    @ArgGroup(multiplicity = "1")
    private About about;

    @Option(
        names = "--audience",
        paramLabel = "GROUP",
        split = ",",
        description = "The groups that are to read it; by default only what everyone may read.")
    private List<String> audience = List.of();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
      Path target = CalledFrom.resolve(folder);
      Skill skill = new Skill(target, Clock.systemUTC());
      Subject subject = about.subject();
      try (SkillGround ground = new SkillGround()) {
        SortedSet<String> written =
            ground.on(subject, gathering -> skill.export(subject, audience, gathering));
        print(written, target, spec.commandLine().getOut());
        if (written.isEmpty()) {
          spec.commandLine()
              .getErr()
              .println("Nothing was written: all of it stands there, or nothing was found.");
        }
        return written.isEmpty() ? 1 : 0;
      }
    }
  }

  /** Keeps some in step. */
  @Command(
      name = "follow",
      mixinStandardHelpOptions = true,
      description =
          "Keeps exported skills in step with the documents, one commit an update where they lie in a work tree of Git.")
  static final class Follow implements Callable<Integer> {
    private static final int LEAST_SECONDS = 5;

    @Parameters(arity = "1..*", paramLabel = "DIR", description = "The folders of the skills.")
    private List<Path> folders;

    @Option(names = "--once", description = "Looks once, and ends.")
    private boolean once;

    @Option(
        names = "--every",
        paramLabel = "SECONDS",
        defaultValue = "60",
        description = "How often to look (default ${DEFAULT-VALUE}).")
    private int every;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
      if (every < LEAST_SECONDS) {
        throw new ParameterException(
            spec.commandLine(), "--every is at least " + LEAST_SECONDS + " seconds.");
      }
      try (SkillGround ground = new SkillGround()) {
        look(ground);
        while (!once) {
          Thread.sleep(Duration.ofSeconds(every));
          lookAgain(ground);
        }
        return 0;
      }
    }

    private void look(SkillGround ground) throws InterruptedException {
      for (Path folder : folders) {
        Path target = CalledFrom.resolve(folder);
        Skill skill = new Skill(target, Clock.systemUTC());
        print(ground.on(skill.subject(), skill::follow), target, spec.commandLine().getOut());
      }
    }

    /** What does not work now may work the next time, as when another index takes the place. */
    private void lookAgain(SkillGround ground) throws InterruptedException {
      try {
        look(ground);
      } catch (RuntimeException e) {
        spec.commandLine().getErr().println("gill: " + CommandLineTool.sentence(e));
      }
    }
  }
}
