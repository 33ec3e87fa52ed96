package dev.gill.app.cli;

import dev.gill.app.config.ConfigFile;
import dev.gill.app.config.GillConfig;
import dev.gill.app.house.Forgetting;
import dev.gill.app.house.Forgetting.Receipt;
import dev.gill.model.Identity;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Forgets a person. */
@Command(
    name = "forget",
    mixinStandardHelpOptions = true,
    description =
        "Takes out all that somebody wrote in chat and mail, from the files of the index too, and never takes it in again, and all that they asked; stop Gill first. Exits with 1 if a source or the trail could not be read.")
final class ForgetCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "PERSON",
      description = "An e-mail address, or an account as SOURCE:ACCOUNT.")
  private String person;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description =
          "Takes this name off pages, too, as Gill shows it as their author's; may be given several times.")
  private List<String> names = List.of();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    GillConfig config = ConfigFile.of(ConfigFile.read());
    Identity identity = Identity.parse(person.strip());
    PrintWriter out = spec.commandLine().getOut();
    Clock clock = Clock.systemUTC();
    Receipt receipt =
        new Forgetting(config, clock)
            .forget(
                identity,
                names,
                sentence -> {
                  out.println(sentence);
                  out.flush();
                });
    TrailForgetting.Outcome trail = TrailForgetting.forget(config, identity);
    out.println();
    out.println("Forgotten: " + identity);
    out.println("when       " + clock.instant().truncatedTo(ChronoUnit.SECONDS));
    out.println(
        "what       %,d documents read otherwise, %,d are gone, %,d passages are gone"
            .formatted(receipt.changed(), receipt.gone(), receipt.chunks()));
    out.println("where      the index and its files, and what chats keep in " + config.data());
    out.println("before     " + receipt.before());
    out.println("after      " + receipt.after());
    out.println("trail      " + trail.sentence());
    receipt.unread().forEach(why -> out.println("NOT YET    " + why));
    out.println(
        "Backups hold what they held: run ./gill backup DIR for each of them. A restore, a rebuild and a new look at the sources bring nothing back; ./gill verify compares the index with them.");
    out.flush();
    return receipt.unread().isEmpty() && trail.done() ? 0 : 1;
  }
}
