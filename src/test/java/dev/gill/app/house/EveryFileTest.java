package dev.gill.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.PassedOver;
import dev.gill.model.PassedOver.Reason;
import dev.gill.sync.SourceStatus;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever lies in a folder is a document, a failure, or counted as passed over. */
@Tag("slow")
@Timeout(600)
class EveryFileTest {
  private static final int LINE = 1_000_000;

  @TempDir private Path folder;
  private Team team;
  private Path docs;

  @BeforeEach
  void open() throws IOException {
    team = new Team(folder);
    docs = team.docs();
  }

  private void put(String name, String text) throws IOException {
    Files.writeString(docs.resolve(name), text);
  }

  private static String many(String each, int times) {
    return each.repeat(times);
  }

  private void putBombs() throws IOException {
    put("line.txt", many("word ", LINE / 5));
    put("token.md", many("x", LINE));
    put("brackets.md", many("[", 100_000));
    put("quotes.md", many("> ", 50_000));
    put("ticks.md", many("`", 50_000));
    put("emphasis.md", many("*a_", 20_000));
    put(
        "list.md",
        IntStream.range(0, 1_000)
            .mapToObj(each -> many("  ", each) + "- item\n")
            .collect(Collectors.joining()));
    put("deep.html", many("<div>", 50_000) + "text" + many("</div>", 50_000));
    put("angles.html", many("<", 300_000));
    put("columns.csv", many("a,", 100_000));
    put("deep.adoc", many("=", 10_000) + " Title");
    put("deep.rst", many("* ", 10_000));
    put("front.md", "---\na: &a [x,x,x,x]\nb: &b [*a,*a,*a,*a]\n---\n\n# Title\n\nSome text.\n");
    put("aliases.yaml", "a: &a [x,x,x,x]\nb: &b [*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b]\n");
    put("random.pdf", "%PDF-1.7 nothing of the kind");
    put("random.docx", "PK nothing of the kind");
    put("nothing.md", "");
    put("deep.json", many("[", 100_000));
    put(
        "mails.eml",
        "From: a@example.com\nSubject: deep\n" + many("Content-Type: multipart/mixed\n\n", 500));
    put("bytes.txt", "\0\1\2\uFFFE");
    try (OutputStream out = Files.newOutputStream(docs.resolve("zip.docx"));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 80; i++) {
        zip.write(zeros);
      }
      zip.closeEntry();
    }
  }

  private void putOthers() throws Exception {
    for (String name :
        List.of(
            ".hidden.md",
            "~$plan.docx",
            "plan.md.bak",
            "plan.md~",
            "Thumbs.db",
            "photo.png",
            "film.mp4",
            "archive.zip",
            "Main.java",
            "Makefile",
            "notes",
            "README",
            "table.numbers",
            "old.orig",
            "a.unknown",
            "x.md.part",
            "LICENSE",
            "plan.MD",
            "letter.pages",
            "UPPER.TXT")) {
      put(name, "# Text\n\nThe file says something.\n");
    }
    put("plan.sync-conflict-20260101-120000-ABCDEFG.md", "# Text\n\nAnother version.\n");
    put("plan.md", "# Plan\n\nThe plan says something.\n");
    Files.createDirectories(docs.resolve("node_modules"));
    Files.createDirectories(docs.resolve(".git"));
    Files.createDirectories(docs.resolve("#recycle"));
    Path outside = Files.writeString(folder.resolve("outside.md"), "# Secret\n\nOut there.\n");
    Files.createSymbolicLink(docs.resolve("out.md"), outside);
    Files.createSymbolicLink(docs.resolve("nowhere.md"), docs.resolve("missing"));
    Files.createSymbolicLink(docs.resolve("nowhere.png"), docs.resolve("missing"));
    Files.createSymbolicLink(docs.resolve(".nowhere"), docs.resolve("missing"));
    int pipe = new ProcessBuilder("mkfifo", docs.resolve("pipe.md").toString()).start().waitFor();
    assertThat(pipe).isZero();
  }

  private void putSamples(String resources) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources").resolve(resources))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, docs.resolve(resources + "-" + file.getFileName()));
      }
    }
  }

  @Test
  void nothingIsLeftOut() throws Exception {
    putBombs();
    putOthers();
    putSamples("formats");
    putSamples("cases");
    long there;
    try (Stream<Path> all = Files.list(docs)) {
      there = all.count();
    }
    try (House house = Faults.open(team)) {
      house.breathing().breatheOnce();
      SourceStatus status = Team.status(house);
      Map<Reason, Integer> passed =
          status.passedOver().stream()
              .collect(
                  Collectors.groupingBy(
                      PassedOver::reason, Collectors.summingInt(PassedOver::count)));
      int left = passed.values().stream().mapToInt(Integer::intValue).sum();
      assertThat(status.documents() + status.failures().size() + left)
          .as("%d documents, %s, %s", status.documents(), status.failures(), passed)
          .isEqualTo(there);
      assertThat(status.failures())
          .allSatisfy(failure -> assertThat(failure.cause()).endsWith("."));
      assertThat(named(status, Reason.PROGRAM)).contains("aliases.yaml");
      assertThat(named(status, Reason.HIDDEN))
          .containsExactlyInAnyOrder(".hidden.md", ".git", ".nowhere", "node_modules");
      assertThat(named(status, Reason.SYSTEM)).contains("pipe.md", "Thumbs.db");
      assertThat(team.differences(house)).isEmpty();
    }
  }

  private static List<String> named(SourceStatus status, Reason reason) {
    return status.passedOver().stream()
        .filter(group -> group.reason() == reason)
        .flatMap(group -> group.docs().stream())
        .map(doc -> doc.key())
        .toList();
  }
}
