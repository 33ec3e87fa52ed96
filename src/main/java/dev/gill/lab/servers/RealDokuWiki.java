package dev.gill.lab.servers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * A DokuWiki on this machine from Debian's packages, with a superuser {@code admin}, a user {@code
 * bot} and access lists that are written as wanted; and a client that edits it.
 */
public final class RealDokuWiki implements AutoCloseable {
  public static final String ADMIN = "admin";
  public static final String ADMIN_PASSWORD = "admin-pass";
  public static final String BOT = "bot";
  public static final String BOT_PASSWORD = "bot-pass";

  /** These name the libraries where the packages would be installed. */
  private static final List<String> AUTOLOADS =
      List.of("autoload_static.php", "autoload_psr4.php", "autoload_classmap.php");

  private static final String SETTINGS =
      """
      <?php
      $conf['title'] = 'Team Wiki'; $conf['useacl'] = 1; $conf['superuser'] = '@admin'; $conf['remote'] = 1;
      $conf['remoteuser'] = '@user'; $conf['savedir'] = '%s'; $conf['passcrypt'] = 'bcrypt';
      $conf['baseurl'] = 'http://127.0.0.1:%d'; $conf['basedir'] = '/';
      """;
  private static final String USERS =
      """
      <?php
      foreach ( [ 'admin' => 'admin,user', 'bot' => 'user' ] as $name => $groups ) {
        echo "$name:" . password_hash( "$name-pass", PASSWORD_BCRYPT ) . ":$name:$name@wiki.test:$groups\\n";
      }
      """;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Path folder;
  private final int port;
  private final PhpServer server;

  private RealDokuWiki(Path folder, Path shared, int port) {
    this.folder = folder;
    this.port = port;
    this.server =
        new PhpServer(
            folder,
            port,
            List.of(
                "-d",
                "auto_prepend_file=" + folder.resolve("prepend.php"),
                "-d",
                "include_path=.:" + shared.resolve("usr/share/php") + ":/usr/share/php",
                "-d",
                "display_errors=0",
                "-t",
                folder.resolve("w").toString()));
  }

  /**
   * Installs and starts one.
   *
   * @throws ServerMissingException if it cannot be had here
   */
  public static RealDokuWiki start(Path folder) throws Exception {
    PhpServer.needed();
    Path unpacked = Unpacked.of("dokuwiki", "dokuwiki");
    Path libraries =
        Unpacked.of(
            "dokuwiki-libraries",
            "php-geshi",
            "php-phpseclib",
            "php-random-compat",
            "libphp-simplepie");
    RealDokuWiki wiki = new RealDokuWiki(folder, libraries, Ports.free());
    wiki.install(unpacked, libraries);
    wiki.start();
    return wiki;
  }

  private void install(Path unpacked, Path libraries) throws IOException, InterruptedException {
    Copied.tree(unpacked.resolve("usr/share/dokuwiki"), folder.resolve("w"));
    for (String autoload : AUTOLOADS) {
      Path file = folder.resolve("w/vendor/composer").resolve(autoload);
      String found = Files.readString(file);
      Files.writeString(
          file, found.replace("'/usr/share/php", "'" + libraries.resolve("usr/share/php")));
    }
    Copied.tree(unpacked.resolve("var/lib/dokuwiki/lib"), folder.resolve("w/lib"));
    Copied.tree(unpacked.resolve("var/lib/dokuwiki/data"), folder.resolve("data"));
    Copied.tree(unpacked.resolve("etc/dokuwiki"), folder.resolve("conf"));
    Files.writeString(
        folder.resolve("prepend.php"),
        "<?php define( 'DOKU_CONF', '%1$s/' ); define( 'DOKU_MAIN_CONF', '%1$s/' ); define( 'DOKU_INC', '%2$s/' );"
            .formatted(folder.resolve("conf"), folder.resolve("w")));
    Files.writeString(
        folder.resolve("conf/local.php"), SETTINGS.formatted(folder.resolve("data"), port));
    Files.writeString(folder.resolve("users.php"), USERS);
    PhpServer.run(folder, List.of("users.php"), Map.of());
    Files.copy(folder.resolve("script.log"), folder.resolve("conf/users.auth.php"));
    rules("* @ALL 1", "* @user 16");
  }

  /** Writes the access lists, each rule as {@code scope reader permission}. */
  public void rules(String... rules) throws IOException {
    Copied.atOnce(
        folder.resolve("conf/acl.auth.php"), String.join("\n", rules).replace(' ', '\t') + "\n");
  }

  public void start() throws IOException, InterruptedException {
    server.start();
  }

  public void stop() {
    server.stop();
  }

  public String url() {
    return "http://127.0.0.1:%d/".formatted(port);
  }

  /** Writes a page, as the superuser; an empty text deletes it. */
  public void write(String id, String text) throws Exception {
    String body =
        "<?xml version=\"1.0\"?><methodCall><methodName>wiki.putPage</methodName><params>%s%s<param><value><struct></struct></value></param></params></methodCall>"
            .formatted(parameter(id), parameter(text));
    String sign =
        Base64.getEncoder()
            .encodeToString((ADMIN + ":" + ADMIN_PASSWORD).getBytes(StandardCharsets.UTF_8));
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(url() + "lib/exe/xmlrpc.php"))
                .header("Authorization", "Basic " + sign)
                .header("Content-Type", "text/xml")
                .POST(BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() != 200 || !answer.body().contains("<boolean>1</boolean>")) {
      throw new IllegalStateException(
          "the wiki answers " + answer.statusCode() + " " + answer.body());
    }
  }

  /** Writes a page's file, past the wiki. */
  public void writeFile(String id, String text) throws IOException {
    Path file = folder.resolve("data/pages").resolve(id.replace(':', '/') + ".txt");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String parameter(String text) {
    return "<param><value><string>%s</string></value></param>"
        .formatted(text.replace("&", "&amp;").replace("<", "&lt;"));
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
