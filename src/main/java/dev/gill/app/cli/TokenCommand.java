package dev.gill.app.cli;

import dev.gill.app.config.ConfigFile;
import dev.gill.app.config.GillConfig;
import dev.gill.app.config.SignInConfigs;
import dev.gill.ledger.AccessToken;
import dev.gill.ledger.AccessTokens;
import dev.gill.ledger.TokenScope;
import dev.gill.model.Identity;
import dev.gill.model.Visible;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes, lists and revokes access tokens; a Gill that runs knows of it within a second. */
@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    description = "Makes, lists and revokes tokens by which programs ask as somebody.",
    subcommands = {
      TokenCommand.Create.class,
      TokenCommand.ListAll.class,
      TokenCommand.Revoke.class
    })
final class TokenCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "Say create, list or revoke after token");
  }

  private static AccessTokens tokens(GillConfig config) {
    return new AccessTokens(config.data(), Clock.systemUTC());
  }

  private static String written(Set<TokenScope> scopes) {
    return scopes.stream().sorted().map(TokenScope::toString).collect(Collectors.joining(","));
  }

  private static String day(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      description = "Makes a token and shows it this once; Gill keeps only its digest.")
  static final class Create implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "What it is for.")
    private String name;

    @Option(
        names = "--as",
        required = true,
        paramLabel = "EMAIL",
        description = "Whose rights it has: an e-mail address, or an account as SOURCE:ACCOUNT.")
    private String owner;

    @Option(
        names = "--scope",
        split = ",",
        defaultValue = "ask,read",
        description = "What it is good for: ask, read and admin; by default ask,read.")
    private List<String> scopes;

    @Option(
        names = "--days",
        defaultValue = "90",
        description = "For how many days it holds; by default 90, at most 366.")
    private int days;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
      GillConfig config = ConfigFile.of(ConfigFile.read());
      Identity person = Identity.parse(owner.strip());
      Set<TokenScope> wanted = scopes.stream().map(TokenScope::parse).collect(Collectors.toSet());
      if (wanted.contains(TokenScope.ADMIN)
          && !SignInConfigs.admins(config).has(Set.of(person), Set.of())) {
        throw new IllegalArgumentException(
            "%s is no admin; add them to gill.signin.admins first, or leave admin out of --scope."
                .formatted(person));
      }
      AccessTokens.Made made = tokens(config).make(name, person, wanted, Duration.ofDays(days));
      PrintWriter out = spec.commandLine().getOut();
      out.println(made.secret());
      out.println();
      out.println(
          "That is the token %s of %s, for %s until %s. It is shown this once."
              .formatted(made.token().id(), person, written(wanted), day(made.token().until())));
      out.println(
          "Send it as the header Authorization: Bearer …, or set GILL_TOKEN to it for ./gill ask.");
      out.flush();
      return 0;
    }
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists the tokens that there are.")
  static final class ListAll implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
      Instant now = Clock.systemUTC().instant();
      PrintWriter out = spec.commandLine().getOut();
      List<AccessToken> all = tokens(ConfigFile.of(ConfigFile.read())).all();
      for (AccessToken each : all) {
        out.println(
            Visible.of(
                "%s  %s  %s  %s %s  %s"
                    .formatted(
                        each.id(),
                        each.owner(),
                        written(each.scopes()),
                        each.holdsAt(now) ? "until" : "EXPIRED",
                        day(each.until()),
                        each.name())));
      }
      if (all.isEmpty()) {
        out.println("There are no tokens; ./gill token create NAME --as EMAIL makes one.");
      }
      out.flush();
      return 0;
    }
  }

  @Command(
      name = "revoke",
      mixinStandardHelpOptions = true,
      description = "Takes a token away; exits with 1 if there is none of that id.")
  static final class Revoke implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "The id that list shows.")
    private String id;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
      boolean was = tokens(ConfigFile.of(ConfigFile.read())).revoke(id.strip());
      PrintWriter out = spec.commandLine().getOut();
      out.println(
          was
              ? "Revoked: " + Visible.of(id)
              : "There is no token of that id; ./gill token list shows all.");
      out.flush();
      return was ? 0 : 1;
    }
  }
}
