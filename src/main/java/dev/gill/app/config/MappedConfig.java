package dev.gill.app.config;

import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What is configured under {@code gill.} besides sources, whose settings their types know. */
public interface MappedConfig {
  /** The folder that holds the index and the clones of repositories. */
  @WithDefault("data")
  Path data();

  /** The folder that holds a folder for each embedding model. */
  @WithDefault("models")
  Path models();

  /** Whether it is kept what people say of answers. */
  @WithDefault("false")
  boolean feedback();

  /** What is kept of questions. */
  TrailConfig trail();

  /** Where that lies. */
  LedgerConfig ledger();

  /** Which channel hears of what is asked in vain. */
  GapsConfig gaps();

  /** How answers are made. */
  AnswerConfig answer();

  /** How texts are embedded. */
  EmbedConfig embed();

  /** Who may read what. */
  AccessConfig access();

  /** The members of groups, by the group's name: e-mail addresses, or accounts as realm:id. */
  Map<String, List<String>> groups();

  /** Whom the team names. */
  PeopleConfig people();

  /** How it is reached. */
  HttpConfig http();

  /** The secrets of those who may have a source looked at, by the source's name. */
  Map<String, HookConfig> hooks();

  /** Who may come in. */
  SignInConfig signin();

  /** In which chats it answers. */
  SurfacesConfig surfaces();

  /** What is kept of questions. */
  interface TrailConfig {
    /** Days that a question is kept with who asked it; 0 keeps none. */
    @WithDefault("0")
    int days();
  }

  /** Which channel hears of what is asked in vain, and of answers that are to be verified anew. */
  interface GapsConfig {
    /** Where it is posted to, as JSON. */
    Optional<String> webhook();

    /** A file whose first line that is. */
    Optional<Path> webhookFile();

    /** Groups whose members all read the channel; everyone if there are none. */
    Optional<List<String>> groups();

    /** How often something is asked in vain before the channel hears of it. */
    @WithDefault("5")
    int asked();
  }

  /** Where the trail lies. */
  interface LedgerConfig {
    /** A database of PostgreSQL; by default a file below the data folder. */
    Optional<String> url();

    /** Its user. */
    Optional<String> user();

    /** The user's password. */
    Optional<String> password();

    /** A file whose first line it is. */
    Optional<Path> passwordFile();
  }

  /** How answers are made. */
  interface AnswerConfig {
    /**
     * {@code none}: answers are quotes; {@code openai}: a model behind an interface such as
     * OpenAI's words them; {@code ollama}: one of an Ollama.
     */
    @WithDefault("none")
    String model();

    /** What the model is called there. */
    Optional<String> name();

    /** Below which address it is asked, if not at the usual one. */
    Optional<URI> url();

    /** What it is asked with. */
    Optional<String> key();

    /** A file whose first line that is. */
    Optional<Path> keyFile();

    /** How long an answer may take; after it, the quotes come. */
    @WithDefault("15s")
    Duration timeout();

    /** Tokens that an answer may have. */
    @WithDefault("400")
    int maxTokens();

    /** What a million tokens that are sent cost. */
    Optional<BigDecimal> priceIn();

    /** What a million tokens that come cost. */
    Optional<BigDecimal> priceOut();

    /** Tokens that may be spent in a month; no limit if absent. */
    OptionalLong monthlyTokens();

    /** What may be spent in a month, in the prices' currency; no limit if absent. */
    Optional<BigDecimal> monthlyCost();
  }

  /** How texts are embedded. */
  interface EmbedConfig {
    /** {@code cpu}, {@code cuda}, or {@code auto}: a GPU if there is one that works. */
    @WithDefault("cpu")
    String device();

    /** Texts embedded at a time; one per core if absent. */
    OptionalInt threads();

    /** The model for a language, where several are described as fit for it. */
    Map<String, String> model();
  }

  /** In which chats it answers. */
  interface SurfacesConfig {
    /** As an app of a Slack workspace. */
    SlackConfig slack();

    /** As an app of Lark or Feishu. */
    LarkConfig lark();

    /** As a robot of DingTalk. */
    DingTalkConfig dingtalk();
  }

  /** As a robot of DingTalk; where nothing is said, it is none. */
  interface DingTalkConfig {
    /** Which app. */
    Optional<String> appKey();

    /** What the app signs in with, and its messages are signed with. */
    Optional<String> appSecret();

    /** A file whose first line it is. */
    Optional<Path> appSecretFile();

    /** Where people are asked for, if not at DingTalk's usual address. */
    Optional<String> url();
  }

  /** As an app of Lark or Feishu; where nothing is said, it is none. */
  interface LarkConfig {
    /** Which app. */
    Optional<String> appId();

    /** What the app signs in with. */
    Optional<String> appSecret();

    /** A file whose first line it is. */
    Optional<Path> appSecretFile();

    /** What its events are encrypted and signed with. */
    Optional<String> encryptKey();

    /** A file whose first line it is. */
    Optional<Path> encryptKeyFile();

    /** Which its events bear. */
    Optional<String> verificationToken();

    /** A file whose first line it is. */
    Optional<Path> verificationTokenFile();

    /** The source that reads as the same app. */
    Optional<String> source();

    /** The platform, if not Feishu's. */
    Optional<String> url();
  }

  /** As an app of a Slack workspace; where nothing is said, it is none. */
  interface SlackConfig {
    /** What Slack signs its requests with. */
    Optional<String> signingSecret();

    /** A file whose first line it is. */
    Optional<Path> signingSecretFile();

    /** The app's token. */
    Optional<String> token();

    /** A file whose first line it is. */
    Optional<Path> tokenFile();

    /** The token that opens Socket Mode. */
    Optional<String> appToken();

    /** A file whose first line it is. */
    Optional<Path> appTokenFile();

    /** The source that follows the same workspace. */
    Optional<String> source();

    /** Where the methods lie, if not at Slack's usual address. */
    Optional<String> url();
  }

  /** How it is reached. */
  interface HttpConfig {
    /** Where people reach it, such as {@code https://gill.example.com}, for links in chats. */
    Optional<String> address();

    /** Host names under which it answers, besides those of the machine that it runs on. */
    Optional<List<String>> hosts();

    /** How long a request's body may take to come. */
    @WithDefault("10s")
    Duration bodyTimeout();

    /** How many questions and searches may be under way or wait. */
    @WithDefault("64")
    int asks();

    /** How many of one address. */
    @WithDefault("32")
    int asksPerCaller();

    /** How many in a minute of one who signed in, or of one address. */
    OptionalInt asksPerMinute();

    /** How many of these may come at once. */
    OptionalInt asksBurst();
  }

  /** Who may come in. */
  interface SignInConfig {
    /**
     * {@code none}: only this machine can reach Gill, and nobody signs in; {@code oidc}: everybody
     * does, at a provider of OpenID Connect; {@code open}: nobody does, wherever they come from.
     */
    @WithParentName
    @WithDefault("none")
    String mode();

    /** Says a second time that nobody signs in. */
    @WithDefault("false")
    boolean open();

    /** The provider's address, below which its configuration is found. */
    Optional<URI> issuer();

    /** Under which name the provider knows this Gill. */
    Optional<String> clientId();

    /** What proves that to the provider. */
    Optional<String> clientSecret();

    /** A file whose first line it is. */
    Optional<Path> clientSecretFile();

    /** The address that people type to reach this Gill. */
    Optional<URI> url();

    /** What is asked of the provider, besides openid. */
    @WithDefault("email,profile")
    List<String> scopes();

    /** The claim that names somebody's groups. */
    @WithDefault("groups")
    String groupsClaim();

    /** How long a sign-in lasts. */
    @WithDefault("8h")
    Duration session();

    /** As whom else the provider's access tokens name this Gill, besides its address. */
    Optional<String> audience();

    /** Who are admins: e-mail addresses, or names of groups. */
    Optional<List<String>> admins();
  }

  /** Who may have a source looked at. */
  interface HookConfig {
    /** What hooks are signed with, or the last part of their path. */
    Optional<String> secret();

    /** A file whose first line it is. */
    Optional<Path> secretFile();

    /** The Verification Token of an app of Lark, whose Encrypt Key the secret is. */
    Optional<String> verificationToken();
  }

  /** Who may read what. */
  interface AccessConfig {
    /** Groups that everybody who can reach this Gill is taken to belong to. */
    Optional<List<String>> groups();
  }

  /** Whom the team names. */
  interface PeopleConfig {
    /** Who wants nothing of theirs to be read: e-mail addresses, or accounts as realm:id. */
    Optional<List<String>> optout();

    /** What else somebody is known by, by a name of the team's own. */
    Map<String, List<String>> accounts();
  }
}
