package dev.gill.lab.servers;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.MessageIDTerm;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.angus.mail.imap.IMAPFolder;

/**
 * Dovecot over folders of its own, for {@code kb} with {@code kb-pass} on this machine, and a
 * client of it. It is installed where this runs as root on Debian or Ubuntu, since its programs are
 * bound to their places.
 */
public final class RealDovecot implements AutoCloseable {
  /** The folder, then the port. */
  private static final String CONFIGURATION =
      """
      base_dir = %1$s/run
      state_dir = %1$s/state
      protocols = imap
      listen = 127.0.0.1
      ssl = no
      disable_plaintext_auth = no
      log_path = %1$s/dovecot.log
      mail_location = maildir:~/Maildir
      first_valid_uid = 1
      mail_max_userip_connections = 500
      mailbox_idle_check_interval = 2 secs
      auth_failure_delay = 0 secs
      passdb {
        driver = passwd-file
        args = %1$s/users
      }
      userdb {
        driver = passwd-file
        args = %1$s/users
      }
      service imap-login {
        inet_listener imap {
          address = 127.0.0.1
          port = %2$d
        }
        inet_listener imaps {
          port = 0
        }
      }
      """;

  private static final List<Path> PROGRAMS =
      List.of(Path.of("/usr/sbin/dovecot"), Path.of("/usr/local/sbin/dovecot"));

  private final Path folder;
  private final int port;
  private Process process;
  private Store store;

  private RealDovecot(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  /**
   * Starts one.
   *
   * @throws ServerMissingException if it cannot be had here
   */
  public static RealDovecot start(Path folder) throws Exception {
    RealDovecot server = new RealDovecot(folder, Ports.free());
    server.configure();
    server.start();
    return server;
  }

  private static Path program() throws Exception {
    for (int attempt = 0; attempt < 2; attempt++) {
      for (Path program : PROGRAMS) {
        if (Files.isExecutable(program)) {
          return program;
        }
      }
      install();
    }
    ServerMissingException.unless(false, "mail server", "Dovecot is not installed (dovecot-imapd)");
    throw new IllegalStateException();
  }

  private static void install() throws Exception {
    boolean root = "root".equals(System.getProperty("user.name"));
    ServerMissingException.unless(
        root && Files.isExecutable(Path.of("/usr/bin/apt-get")),
        "mail server",
        "Dovecot is not installed, and only root can: apt-get install dovecot-imapd");
    ProcessBuilder install =
        new ProcessBuilder(
            "apt-get", "install", "-y", "-q", "--no-install-recommends", "dovecot-imapd");
    install.environment().put("DEBIAN_FRONTEND", "noninteractive");
    install.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    Process installing = install.start();
    if (!installing.waitFor(3, TimeUnit.MINUTES)) {
      installing.destroyForcibly();
    }
  }

  private void configure() throws Exception {
    program();
    for (Path each = folder; each != null && each.startsWith("/tmp"); each = each.getParent()) {
      if (!each.equals(Path.of("/tmp"))) {
        Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    }
    Path home = Files.createDirectories(folder.resolve("home/kb"));
    boolean root = "root".equals(System.getProperty("user.name"));
    if (root) {
      var owner =
          folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
      Files.setOwner(home.getParent(), owner);
      Files.setOwner(home, owner);
    }
    Object uid = Files.getAttribute(home, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    Files.createDirectories(folder.resolve("run"));
    Files.createDirectories(folder.resolve("state"));
    Files.writeString(
        folder.resolve("users"), "kb:{PLAIN}kb-pass:%s:%s::%s\n".formatted(uid, uid, home));
    Files.writeString(folder.resolve("dovecot.conf"), CONFIGURATION.formatted(folder, port));
  }

  /** Starts it, again on the same port and over the same mail. */
  public void start() throws Exception {
    process =
        new ProcessBuilder(
                program().toString(), "-F", "-c", folder.resolve("dovecot.conf").toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out").toFile())
            .start();
    Ports.await(port, process, "mail server", folder.resolve("out"), folder.resolve("dovecot.log"));
  }

  public int port() {
    return port;
  }

  /** Adds a message as it would come in. */
  public void append(String mailbox, String message) throws Exception {
    Folder to = folder(mailbox);
    if (!to.exists()) {
      to.create(Folder.HOLDS_MESSAGES | Folder.HOLDS_FOLDERS);
    }
    byte[] bytes = message.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    to.appendMessages(new Message[] {new MimeMessage(session(), new ByteArrayInputStream(bytes))});
  }

  /** Marks a message as deleted, and expunges it if that is wanted. */
  public void delete(String mailbox, String id, boolean expunge) throws Exception {
    Folder in = folder(mailbox);
    in.open(Folder.READ_WRITE);
    for (Message each : in.search(new MessageIDTerm("<" + id + ">"))) {
      each.setFlag(Flags.Flag.DELETED, true);
    }
    in.close(expunge);
  }

  /** Takes the mark of deletion away. */
  public void undelete(String mailbox, String id) throws Exception {
    Folder in = folder(mailbox);
    in.open(Folder.READ_WRITE);
    for (Message each : in.search(new MessageIDTerm("<" + id + ">"))) {
      each.setFlag(Flags.Flag.DELETED, false);
    }
    in.close(false);
  }

  /** Moves a message to another folder. */
  public void move(String from, String to, String id) throws Exception {
    Folder target = folder(to);
    if (!target.exists()) {
      target.create(Folder.HOLDS_MESSAGES | Folder.HOLDS_FOLDERS);
    }
    IMAPFolder source = (IMAPFolder) folder(from);
    source.open(Folder.READ_WRITE);
    source.moveMessages(source.search(new MessageIDTerm("<" + id + ">")), target);
    source.close(false);
  }

  /** Gives all messages of a folder new ids, as after a restore from a backup. */
  public void renumber(String mailbox) throws Exception {
    stop();
    Path maildir = folder.resolve("home/kb/Maildir");
    Path place = mailbox.equals("INBOX") ? maildir : maildir.resolve("." + mailbox);
    for (String each :
        List.of(
            "dovecot-uidlist",
            "dovecot.index",
            "dovecot.index.log",
            "dovecot.index.cache",
            "dovecot.list.index",
            "dovecot.list.index.log",
            "dovecot-uidvalidity")) {
      Files.deleteIfExists(place.resolve(each));
      Files.deleteIfExists(maildir.resolve(each));
    }
    start();
  }

  private Folder folder(String mailbox) throws Exception {
    if (store == null || !store.isConnected()) {
      store = session().getStore("imap");
      store.connect("127.0.0.1", port, "kb", "kb-pass");
    }
    return store.getFolder(mailbox);
  }

  private static Session session() {
    return Session.getInstance(new Properties());
  }

  /** Stops it; the mail stays. Those that serve a client that waits would go on for seconds. */
  public void stop() throws Exception {
    if (store != null) {
      store.close();
    }
    List<ProcessHandle> serving = process.descendants().toList();
    process.destroy();
    serving.forEach(ProcessHandle::destroy);
    process.waitFor();
    serving.forEach(each -> each.onExit().join());
  }

  /** Ends it at once, since nobody wants the mail any more. */
  @Override
  public void close() {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(each -> each.onExit().join());
  }
}
