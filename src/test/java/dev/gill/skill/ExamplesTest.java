package dev.gill.skill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.index.Snapshot;
import dev.gill.model.DocId;
import dev.gill.model.SourceId;
import dev.gill.retrieve.Shelf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The skills that ship as examples say what the sample team's documents say today. */
class ExamplesTest {
  private static final Path SKILLS = Path.of("docs/skills");
  private static final String TEAM = "sample";
  private static final Pattern DOCUMENT = Pattern.compile("(?m)^<!-- gill: (.+) -->$");

  private static List<Path> all(Path folder, int depth, String name) throws IOException {
    try (Stream<Path> files = Files.walk(folder, depth)) {
      return files.filter(file -> file.getFileName().toString().matches(name)).sorted().toList();
    }
  }

  @Test
  void theyKeepTheRulesOfTheFormat() throws IOException {
    List<Path> skills = all(SKILLS, 2, "SKILL\\.md");
    assertThat(skills).hasSize(2);
    for (Path skill : skills) {
      SkillRules.check(skill.getParent());
    }
  }

  @Test
  void everyQuoteStandsInItsDocument() throws IOException {
    try (Shelf shelf = new Shelf().putAll(TEAM, Path.of("config/sample-team"));
        Snapshot snapshot = shelf.engine().snapshot()) {
      assertThat(snapshot.documents(new SourceId(TEAM))).hasSizeGreaterThan(10);
      List<Path> references = all(SKILLS, 3, "(?!SKILL).*\\.md");
      assertThat(references).isNotEmpty();
      for (Path reference : references) {
        String text = Files.readString(reference);
        Matcher document = DOCUMENT.matcher(text);
        assertThat(document.find()).as(reference.toString()).isTrue();
        String whole = shelf.document(DocId.parse(document.group(1))).text();
        for (String quote : quotes(text)) {
          assertThat(squeezed(whole)).as(reference.toString()).contains(squeezed(quote));
        }
      }
    }
  }

  private static List<String> quotes(String reference) {
    return Stream.of(reference.split("(?m)^## .*$"))
        .skip(1)
        .map(
            section ->
                section
                    .lines()
                    .filter(line -> line.startsWith(">"))
                    .map(line -> line.replaceFirst("^> ?", ""))
                    .collect(Collectors.joining("\n")))
        .toList();
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
