package dev.gill.source.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import dev.gill.model.Audience;
import dev.gill.model.SourceId;
import dev.gill.source.Batch;
import dev.gill.source.Replica;
import dev.gill.source.SourceException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.transport.BundleWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repositories that are not read in place: bundle files, and servers. */
@Tag("slow")
final class MirrorTest {
  @TempDir Path temporary;
  private Repo repo;
  private HttpServer server;
  private final Replica replica = new Replica();

  @BeforeEach
  void makeRepository() throws Exception {
    repo = new Repo(temporary.resolve("repository"));
  }

  @AfterEach
  void closeAll() {
    repo.close();
    if (server != null) {
      server.stop(0);
    }
  }

  private GitSource source(String location, Optional<GitCredentials> credentials) {
    GitSettings settings =
        new GitSettings(
            new SourceId("team"),
            location,
            Optional.empty(),
            "",
            "",
            new Audience.Everyone(),
            List.of(),
            List.of(),
            GitSettings.MAX_BYTES,
            temporary.resolve("copies"),
            credentials);
    return new GitSource(settings, name -> name.endsWith(".md"));
  }

  private Path bundle(boolean head) throws IOException {
    Path file = temporary.resolve("team.bundle");
    BundleWriter writer = new BundleWriter(repo.git().getRepository());
    ObjectId tip = repo.git().getRepository().resolve("HEAD");
    writer.include("refs/heads/main", tip);
    if (head) {
      writer.include("HEAD", tip);
    }
    try (OutputStream out = Files.newOutputStream(file)) {
      writer.writeBundle(NullProgressMonitor.INSTANCE, out);
    }
    return file;
  }

  @Test
  void a_bundle_file_is_followed_and_a_newer_one_in_its_place_too() throws Exception {
    repo.commit("a.md", "one");
    String location = bundle(true).toString();
    replica.follow(source(location, Optional.empty()));
    assertThat(replica.keys()).containsExactly("a.md");

    String second = repo.commit("b.md", "two");
    bundle(true);
    assertThat(replica.follow(source(location, Optional.empty()))).hasSize(1);
    assertThat(replica.get("b.md").revision()).isEqualTo(second);
  }

  @Test
  void a_bundle_with_a_single_branch_needs_no_name_for_it() throws Exception {
    repo.commit("a.md", "one");
    replica.follow(source(bundle(false).toString(), Optional.empty()));

    assertThat(replica.keys()).containsExactly("a.md");
  }

  @Test
  void a_file_that_is_no_bundle_is_said_to_be_unreadable() throws Exception {
    Path file = Files.writeString(temporary.resolve("429.bundle"), "not a bundle");
    assertThatThrownBy(() -> source(file.toString(), Optional.empty()).poll(Optional.empty()))
        .isInstanceOf(SourceException.Broken.class)
        .hasMessageContaining("check the address of source team");
  }

  @Test
  void a_lock_that_a_killed_process_left_stops_nothing() throws Exception {
    repo.commit("a.md", "one");
    String location = bundle(true).toString();
    replica.follow(source(location, Optional.empty()));
    repo.commit("a.md", "two");
    bundle(true);
    try (Stream<Path> copies = Files.list(temporary.resolve("copies"))) {
      Files.createFile(copies.findFirst().orElseThrow().resolve("refs/gill/tip.lock"));
    }
    replica.follow(source(location, Optional.empty()));

    assertThat(replica.get("a.md").text()).isEqualTo("two");
  }

  @Test
  void two_sources_of_one_copy_take_turns() throws Exception {
    repo.commit("a.md", "one");
    GitSource waiting = source(bundle(true).toString(), Optional.empty());
    FutureTask<Batch> poll = new FutureTask<>(() -> waiting.poll(Optional.empty()));
    ReentrantLock turn = Turns.of(temporary.resolve("copies"));
    turn.lock();
    Thread thread;
    try {
      thread = Thread.ofPlatform().start(poll);
      await().until(turn::hasQueuedThreads);
      assertThat(temporary.resolve("copies")).doesNotExist();
    } finally {
      turn.unlock();
    }
    assertThat(poll.get().changes()).isNotEmpty();
    thread.join();
  }

  @Test
  void a_server_is_followed_through_edits_and_force_pushes() throws Exception {
    String first = repo.commit("a.md", "one");
    repo.commit("gone.md", "two");
    String location = serve();
    replica.follow(source(location, Optional.empty()));
    assertThat(replica.keys()).containsExactly("a.md", "gone.md");

    repo.reset(first);
    repo.commit("b.md", "three");
    announce();
    replica.follow(source(location, Optional.empty()));
    assertThat(replica.keys()).containsExactly("a.md", "b.md");
  }

  @Test
  void a_refusal_names_what_to_check_and_no_secret() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"git\"");
          exchange.sendResponseHeaders(401, -1);
          exchange.close();
        });
    server.start();
    String place = "127.0.0.1:" + server.getAddress().getPort() + "/team.git";
    GitCredentials credentials = new GitCredentials("reader", "s3cret-t0ken");

    assertThat(credentials.toString()).doesNotContain("s3cret-t0ken");
    for (GitSource source :
        List.of(
            source("http://" + place, Optional.of(credentials)),
            source("http://reader:s3cret-t0ken@" + place, Optional.empty()),
            source("http://s3cret-t0ken@" + place, Optional.empty()))) {
      assertThatThrownBy(() -> source.poll(Optional.empty()))
          .isInstanceOf(SourceException.Denied.class)
          .hasNoCause()
          .hasMessage(
              "127.0.0.1:%d refuses the user: check the user name and token of source team."
                  .formatted(server.getAddress().getPort()));
    }
  }

  @Test
  void a_server_that_is_away_or_holds_nothing_is_said_to_be_so() throws Exception {
    repo.commit("a.md", "one");
    String location = serve();
    assertThatThrownBy(() -> source(location + "nothing", Optional.empty()).poll(Optional.empty()))
        .isInstanceOf(SourceException.Broken.class)
        .hasMessageContaining("has no Git repository there: check the address of source team");
    server.stop(0);
    assertThatThrownBy(() -> source(location, Optional.empty()).poll(Optional.empty()))
        .isInstanceOf(SourceException.Broken.class)
        .hasMessageContaining("does not answer: check the address of source team and the network");
  }

  @Test
  void a_password_in_the_address_signs_in_and_is_not_written_down() throws Exception {
    repo.commit("a.md", "one");
    serve();
    askForPassword("reader", "s3/cr et@x");
    String place = "127.0.0.1:" + server.getAddress().getPort() + "/";
    Path older = Files.createDirectories(temporary.resolve("copies/team-01234567.git"));
    Files.writeString(older.resolve("FETCH_HEAD"), "1 branch 'main' of http://s3@" + place);

    for (String user : List.of("reader:s3/cr et@x", "reader:s3%2Fcr%20et%40x")) {
      Replica fresh = new Replica();
      fresh.follow(source("http://" + user + "@" + place, Optional.empty()));
      assertThat(fresh.keys()).containsExactly("a.md");
    }
    replica.follow(
        source("http://reader@" + place, Optional.of(new GitCredentials("", "s3/cr et@x"))));
    assertThat(replica.keys()).containsExactly("a.md");
    try (Stream<Path> files = Files.walk(temporary.resolve("copies"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain("s3", place);
      }
    }
  }

  @Test
  void a_password_is_not_told_to_another_server() throws Exception {
    repo.commit("a.md", "one");
    serve();
    AtomicReference<String> told = new AtomicReference<>("");
    HttpServer other =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    other.createContext(
        "/",
        exchange -> {
          told.accumulateAndGet(
              exchange.getRequestHeaders().getOrDefault("Authorization", List.of()).toString(),
              String::concat);
          exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"git\"");
          exchange.sendResponseHeaders(401, -1);
          exchange.close();
        });
    other.start();
    String there = "http://127.0.0.1:" + other.getAddress().getPort();
    server.removeContext("/");
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("Location", there + exchange.getRequestURI());
          exchange.sendResponseHeaders(301, -1);
          exchange.close();
        });
    String location = "http://reader:s3cret@127.0.0.1:" + server.getAddress().getPort() + "/";
    assertThatThrownBy(() -> source(location, Optional.empty()).poll(Optional.empty()))
        .isInstanceOf(SourceException.Denied.class);
    other.stop(0);
    assertThat(told.get()).isEqualTo("[]");
  }

  @Test
  void each_answer_of_a_server_has_its_sentence() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("Retry-After", "120");
          exchange.sendResponseHeaders(
              Integer.parseInt(exchange.getRequestURI().getPath().split("/")[1]), -1);
          exchange.close();
        });
    server.start();
    String place = "127.0.0.1:" + server.getAddress().getPort();
    for (String line :
        List.of(
            "200 has no commits yet: make one",
            "304 sends Gill to another address that is no Git server (status 304): check",
            "403 refuses the user: check",
            "404 has no Git repository there: check",
            "418 does not answer as a Git server does (status 418): check",
            "429 asks for a pause",
            "500 has trouble of its own (status 500): look at its log, and check",
            "503 asks for a pause")) {
      GitSource source =
          source("http://" + place + "/" + line.split(" ")[0] + "/x.git", Optional.empty());
      assertThatThrownBy(() -> source.poll(Optional.empty()))
          .isInstanceOf(SourceException.class)
          .hasMessageStartingWith(place + line.substring(3));
    }
    assertThatThrownBy(
            () -> source("http://" + place + "/429/", Optional.empty()).poll(Optional.empty()))
        .isInstanceOfSatisfying(
            SourceException.Busy.class,
            busy -> assertThat(busy.retryAfter()).isEqualTo(Duration.ofMinutes(2)));
  }

  /** Offers the repository as plain files to one user. */
  private void askForPassword(String user, String password) throws Exception {
    server.removeContext("/");
    server
        .createContext(
            "/", SimpleFileServer.createFileHandler(repo.folder().resolve(".git").toRealPath()))
        .setAuthenticator(
            new BasicAuthenticator("git") {
              @Override
              public boolean checkCredentials(String name, String word) {
                return name.equals(user) && word.equals(password);
              }
            });
  }

  /** Offers the repository as plain files. */
  private String serve() throws Exception {
    announce();
    server =
        SimpleFileServer.createFileServer(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            repo.folder().resolve(".git").toRealPath(),
            SimpleFileServer.OutputLevel.NONE);
    server.start();
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  private void announce() throws Exception {
    String tip = repo.git().getRepository().resolve("HEAD").name();
    Path info = Files.createDirectories(repo.folder().resolve(".git/info"));
    Files.writeString(info.resolve("refs"), tip + "\trefs/heads/main\n");
    Path packs = Files.createDirectories(repo.folder().resolve(".git/objects/info"));
    Files.writeString(packs.resolve("packs"), "\n");
  }
}
