package dev.gill.lab.servers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A MediaWiki over SQLite on this machine, installed from Debian's packages into a folder, with an
 * account {@code Admin} and a bot password {@code Admin@gill}; and a client that edits it. Titles
 * that begin with {@code Secret} are for administrators, as an extension would have it.
 */
public final class RealMediaWiki implements AutoCloseable {
  public static final String BOT = "Admin@gill";
  public static final String BOT_PASSWORD = "0123456789abcdef0123456789abcdef";

  private static final String PASSWORD = "adminpass-0123456789";
  private static final ObjectMapper JSON = new ObjectMapper();
  private final Path folder;
  private final int port;
  private final PhpServer server;
  private final MediaWikiClient client;
  private String token = "";

  private RealMediaWiki(Path folder, int port) {
    this.folder = folder;
    this.port = port;
    this.client = new MediaWikiClient(URI.create(api()));
    this.server =
        new PhpServer(
            folder,
            port,
            List.of("-t", folder.resolve("w").toString(), folder.resolve("router.php").toString()));
  }

  /**
   * Installs and starts one.
   *
   * @throws ServerMissingException if it cannot be had here
   */
  public static RealMediaWiki start(Path folder) throws Exception {
    PhpServer.needed();
    Path unpacked = Unpacked.of("mediawiki", "mediawiki", "mediawiki-classes");
    RealMediaWiki wiki = new RealMediaWiki(folder, Ports.free());
    wiki.install(unpacked.resolve("usr/share/mediawiki"));
    wiki.start();
    return wiki;
  }

  private void install(Path program) throws IOException, InterruptedException {
    Path w = folder.resolve("w");
    Copied.tree(program, w);
    Files.move(w.resolve("extensions-core"), w.resolve("extensions"));
    Files.createDirectories(w.resolve("images"));
    Files.createDirectories(w.resolve("cache"));
    Files.createDirectories(folder.resolve("data"));
    PhpServer.run(
        w,
        List.of(
            "maintenance/install.php",
            "--dbtype=sqlite",
            "--dbpath=" + folder.resolve("data"),
            "--dbname=wiki",
            "--server=http://127.0.0.1:" + port,
            "--scriptpath=",
            "--lang=en",
            "--pass=" + PASSWORD,
            "--skins=",
            "Team Wiki",
            "Admin"),
        Map.of());
    Files.writeString(
        w.resolve("LocalSettings.php"), MediaWikiFiles.SETTINGS, StandardOpenOption.APPEND);
    Files.writeString(folder.resolve("router.php"), MediaWikiFiles.ROUTER);
    PhpServer.run(
        w,
        List.of(
            "maintenance/createBotPassword.php",
            "--appid",
            "gill",
            "--grants",
            "basic,highvolume,editpage,createeditmovepage,delete,protect,viewdeleted",
            "Admin",
            BOT_PASSWORD),
        Map.of());
  }

  /** Starts it, again on the same port and over the same pages. */
  public void start() throws Exception {
    server.start();
    JsonNode login = client.query("meta", "tokens", "type", "login");
    client.act(
        "action",
        "clientlogin",
        "username",
        "Admin",
        "password",
        PASSWORD,
        "loginreturnurl",
        api(),
        "logintoken",
        login.path("query").path("tokens").path("logintoken").asText());
    token = client.query("meta", "tokens").path("query").path("tokens").path("csrftoken").asText();
  }

  public void stop() {
    server.stop();
  }

  public String api() {
    return "http://127.0.0.1:%d/api.php".formatted(port);
  }

  public void write(String title, String text) throws Exception {
    client.act("action", "edit", "title", title, "text", text, "token", token);
  }

  public void move(String from, String to, boolean redirect) throws Exception {
    if (redirect) {
      client.act("action", "move", "from", from, "to", to, "token", token);
    } else {
      client.act("action", "move", "from", from, "to", to, "noredirect", "1", "token", token);
    }
  }

  public void delete(String title) throws Exception {
    client.act("action", "delete", "title", title, "token", token);
  }

  public void undelete(String title) throws Exception {
    client.act("action", "undelete", "title", title, "token", token);
  }

  /** Nobody but administrators reads these from now on, and no list of changes says so. */
  public void restrict(String... titles) throws IOException {
    Copied.atOnce(folder.resolve("w/restricted.txt"), String.join("\n", titles));
  }

  /** From now on only administrators and the group {@code staff} read, or everybody does again. */
  public void close(boolean closed) throws IOException {
    Path file = folder.resolve("w/closed");
    Files.deleteIfExists(file);
    if (closed) {
      Files.createFile(file);
    }
  }

  /** Makes an account without any group. */
  public void account(String name) throws Exception {
    String token =
        client
            .query("meta", "tokens", "type", "createaccount")
            .path("query")
            .path("tokens")
            .path("createaccounttoken")
            .asText();
    String password = name + "-pass-0123456789";
    client.act(
        "action",
        "createaccount",
        "username",
        name,
        "password",
        password,
        "retype",
        password,
        "createreturnurl",
        api(),
        "createtoken",
        token);
  }

  /** Has an account join a group, or leave it. */
  public void member(String name, String group, boolean joins) throws Exception {
    String token =
        client
            .query("meta", "tokens", "type", "userrights")
            .path("query")
            .path("tokens")
            .path("userrightstoken")
            .asText();
    client.act(
        "action", "userrights", "user", name, joins ? "add" : "remove", group, "token", token);
  }

  /** Posts to an address after each change from now on. */
  public void hook(String address) throws IOException {
    Files.writeString(folder.resolve("w/hook.txt"), address);
  }

  /** Puts pages into its database, past all lists of changes, as a restored one has them. */
  public void take(Map<String, String> pages) throws IOException, InterruptedException {
    Path file = folder.resolve("pages.json");
    JSON.writeValue(file.toFile(), pages);
    Path script = Files.writeString(folder.resolve("fill.php"), MediaWikiFiles.FILL);
    PhpServer.run(
        folder,
        List.of(script.toString(), folder.resolve("data/wiki.sqlite").toString(), file.toString()),
        Map.of());
  }

  /** How often its API was asked since it was started, by whomever. */
  public int requests() throws IOException {
    try (Stream<String> lines = Files.lines(folder.resolve("php.log"))) {
      return (int) lines.filter(line -> line.contains(": POST /api.php")).count();
    }
  }

  /** What a visitor gets of a page as HTML. */
  public String rendered(String title) throws Exception {
    return client
        .query("action", "parse", "page", title, "prop", "text")
        .path("parse")
        .path("text")
        .asText();
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
