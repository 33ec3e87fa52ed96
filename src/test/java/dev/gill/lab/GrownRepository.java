package dev.gill.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;

/** A repository of made-up documents with a history of edits, moves, copies and deletions. */
public final class GrownRepository {
  private static final String[] WORDS = {
    "pump", "valve", "ticket", "shift", "backup", "invoice", "server", "queue", "drill", "budget",
    "值班", "备份", "发布", "报销", "restore", "review", "holiday", "badge", "laptop", "contract"
  };

  private final Random random;
  private final Path folder;
  private final List<String> present = new ArrayList<>();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private int made;

  private GrownRepository(Path folder, long seed) {
    this.folder = folder;
    this.random = new Random(seed);
  }

  /** Grows one in an empty folder: a first commit of so many documents, and so many after it. */
  public static void grow(Path folder, long seed, int documents, int commits)
      throws IOException, GitAPIException {
    GrownRepository grown = new GrownRepository(folder, seed);
    try (Git git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call()) {
      for (int i = 0; i < documents; i++) {
        grown.create();
      }
      grown.commit(git);
      for (int i = 0; i < commits; i++) {
        int changes = 1 + grown.random.nextInt(5);
        for (int change = 0; change < changes; change++) {
          grown.change();
        }
        grown.commit(git);
      }
    }
  }

  private void change() throws IOException {
    switch (random.nextInt(10)) {
      case 0 -> create();
      case 1 -> Files.delete(folder.resolve(present.remove(random.nextInt(present.size()))));
      case 2 -> Files.move(folder.resolve(takeOne()), fresh());
      case 3 -> Files.copy(folder.resolve(one()), fresh());
      case 4 -> Files.writeString(folder.resolve(one()), "");
      default -> edit();
    }
  }

  private void create() throws IOException {
    StringBuilder text = new StringBuilder("# Document %d\n\n".formatted(made));
    int sections = 2 + random.nextInt(6);
    for (int i = 0; i < sections; i++) {
      text.append("## Part %d\n\n%s\n\n".formatted(i, paragraph()));
    }
    Files.writeString(fresh(), text);
  }

  private void edit() throws IOException {
    Path file = folder.resolve(one());
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.add(random.nextInt(lines.size() + 1), "\n" + paragraph() + "\n");
    Files.write(file, lines);
  }

  private String paragraph() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 30 + random.nextInt(60); i++) {
      text.append(WORDS[random.nextInt(WORDS.length)]).append(random.nextInt(100)).append(' ');
    }
    return text.append('.').toString();
  }

  private Path fresh() throws IOException {
    String key = "team%d/note%03d.md".formatted(random.nextInt(9), made++);
    Files.createDirectories(folder.resolve(key).getParent());
    present.add(key);
    return folder.resolve(key);
  }

  private String one() {
    return present.get(random.nextInt(present.size()));
  }

  private String takeOne() {
    return present.remove(random.nextInt(present.size()));
  }

  private void commit(Git git) throws GitAPIException {
    git.add().addFilepattern(".").setAll(true).call();
    now = now.plusSeconds(3_600);
    PersonIdent writer = new PersonIdent("Writer", "writer@example.com", now, ZoneOffset.UTC);
    git.commit().setMessage("Change").setAuthor(writer).setCommitter(writer).call();
  }
}
