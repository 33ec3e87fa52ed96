package dev.gill.lab.servers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
  private static final String SETTINGS =
      """

      $wgJobRunRate = 1; $wgMainCacheType = CACHE_NONE; $wgRateLimits = []; $wgCapitalLinks = false;
      $wgPasswordAttemptThrottle = false; $wgGroupPermissions['sysop']['read'] = true;
      $wgGroupPermissions['*']['read'] = $wgGroupPermissions['user']['read'] = !file_exists( __DIR__ . '/closed' );
      $wgGroupPermissions['staff']['read'] = true; $wgGroupPermissions['*']['createaccount'] = true;
      $wgHooks['getUserPermissionsErrors'][] = function ( $title, $user, $action, &$result ) {
        if ( $action !== 'read' ) { return true; }
        $list = __DIR__ . '/restricted.txt';
        $closed = file_exists( $list ) ? explode( "\\n", file_get_contents( $list ) ) : [];
        $groups = MediaWiki\\MediaWikiServices::getInstance()->getUserGroupManager()->getUserGroups( $user );
        if ( in_array( $title->getPrefixedText(), $closed ) && !in_array( 'sysop', $groups ) ) {
          $result = 'badaccess-group0';
          return false;
        }
        return true;
      };
      if ( file_exists( __DIR__ . '/hook.txt' ) ) {
        $wgHooks['RecentChange_save'][] = static function () {
          DeferredUpdates::addCallableUpdate( static function () {
            MediaWiki\\MediaWikiServices::getInstance()->getHttpRequestFactory()->post(
              trim( file_get_contents( __DIR__ . '/hook.txt' ) ), [ 'timeout' => 2 ] );
          } );
        };
      }
      """;
  private static final String ROUTER =
      """
      <?php
      $path = parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH );
      if ( $path !== '/' && is_file( __DIR__ . '/w' . $path ) ) { return false; }
      $_SERVER['SCRIPT_NAME'] = '/index.php';
      $_SERVER['SCRIPT_FILENAME'] = __DIR__ . '/w/index.php';
      require __DIR__ . '/w/index.php';
      """;

  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
          .build();
  private final Path folder;
  private final int port;
  private final PhpServer server;
  private String token = "";

  private RealMediaWiki(Path folder, int port) {
    this.folder = folder;
    this.port = port;
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
    Files.writeString(w.resolve("LocalSettings.php"), SETTINGS, StandardOpenOption.APPEND);
    Files.writeString(folder.resolve("router.php"), ROUTER);
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
    JsonNode login = query("meta", "tokens", "type", "login");
    act(
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
    token = query("meta", "tokens").path("query").path("tokens").path("csrftoken").asText();
  }

  public void stop() {
    server.stop();
  }

  public String api() {
    return "http://127.0.0.1:%d/api.php".formatted(port);
  }

  public void write(String title, String text) throws Exception {
    act("action", "edit", "title", title, "text", text, "token", token);
  }

  public void move(String from, String to, boolean redirect) throws Exception {
    if (redirect) {
      act("action", "move", "from", from, "to", to, "token", token);
    } else {
      act("action", "move", "from", from, "to", to, "noredirect", "1", "token", token);
    }
  }

  public void delete(String title) throws Exception {
    act("action", "delete", "title", title, "token", token);
  }

  public void undelete(String title) throws Exception {
    act("action", "undelete", "title", title, "token", token);
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
        query("meta", "tokens", "type", "createaccount")
            .path("query")
            .path("tokens")
            .path("createaccounttoken")
            .asText();
    String password = name + "-pass-0123456789";
    act(
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
        query("meta", "tokens", "type", "userrights")
            .path("query")
            .path("tokens")
            .path("userrightstoken")
            .asText();
    act("action", "userrights", "user", name, joins ? "add" : "remove", group, "token", token);
  }

  /** Posts to an address after each change from now on. */
  public void hook(String address) throws IOException {
    Files.writeString(folder.resolve("w/hook.txt"), address);
  }

  /** Takes pages in as a dump, past all lists of changes. */
  public void take(Map<String, String> pages) throws IOException, InterruptedException {
    StringBuilder dump =
        new StringBuilder(
            "<mediawiki xmlns=\"http://www.mediawiki.org/xml/export-0.11/\" version=\"0.11\" xml:lang=\"en\">\n");
    pages.forEach(
        (title, text) ->
            dump.append(
                "<page><title>%s</title><ns>0</ns><revision><timestamp>2026-01-05T10:00:00Z</timestamp><contributor><username>Admin</username></contributor><model>wikitext</model><format>text/x-wiki</format><text>%s</text></revision></page>\n"
                    .formatted(escaped(title), escaped(text))));
    Path file = Files.writeString(folder.resolve("dump.xml"), dump.append("</mediawiki>\n"));
    PhpServer.run(
        folder.resolve("w"),
        List.of("maintenance/importDump.php", "--no-updates", file.toString()),
        Map.of());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** What a visitor gets of a page as HTML. */
  public String rendered(String title) throws Exception {
    return query("action", "parse", "page", title, "prop", "text")
        .path("parse")
        .path("text")
        .asText();
  }

  private JsonNode query(String... pairs) throws Exception {
    Map<String, String> asked = map(pairs);
    asked.putIfAbsent("action", "query");
    return post(asked);
  }

  private void act(String... pairs) throws Exception {
    JsonNode answer = post(map(pairs));
    if (answer.has("error")
        || failed(answer.path("clientlogin"))
        || failed(answer.path("createaccount"))) {
      throw new IllegalStateException("the wiki answers " + answer);
    }
  }

  private static boolean failed(JsonNode answer) {
    return answer.path("status").asText().equals("FAIL");
  }

  private JsonNode post(Map<String, String> asked) throws Exception {
    asked.put("format", "json");
    asked.put("formatversion", "2");
    String form =
        asked.entrySet().stream()
            .map(
                entry ->
                    entry.getKey()
                        + "="
                        + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return JSON.readTree(
        client
            .send(
                HttpRequest.newBuilder(URI.create(api()))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form))
                    .build(),
                BodyHandlers.ofString())
            .body());
  }

  private static Map<String, String> map(String... pairs) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return map;
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
