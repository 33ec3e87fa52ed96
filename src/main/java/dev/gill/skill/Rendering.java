package dev.gill.skill;

import dev.gill.model.Chunk;
import dev.gill.model.Dated;
import dev.gill.model.Locator;
import dev.gill.model.Visible;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes a skill: the same of the same sheets and day. */
final class Rendering {
  /** Where a skill describes itself. */
  static final String MAIN = "SKILL.md";

  /** What each reference begins with. */
  static final String MARK = "<!-- gill: ";

  private static final String FOLDER = "references/";

  private final SkillSpec spec;
  private final LocalDate asOf;
  private final Words words;

  private Rendering(SkillSpec spec, LocalDate asOf) {
    this.spec = spec;
    this.asOf = asOf;
    this.words = Words.of(spec.language());
  }

  /** The files of a skill, by their paths. */
  static SortedMap<String, String> of(SkillSpec spec, List<Sheet> sheets, LocalDate asOf) {
    Rendering rendering = new Rendering(spec, asOf);
    Map<String, Sheet> references = new LinkedHashMap<>();
    Slugs slugs = new Slugs();
    for (Sheet sheet : sheets) {
      String key = sheet.head().id().key().replaceFirst("\\.[A-Za-z0-9]{1,5}$", "");
      references.put(FOLDER + slugs.of(key) + ".md", sheet);
    }
    SortedMap<String, String> files = new TreeMap<>();
    files.put(MAIN, rendering.main(references));
    references.forEach((path, sheet) -> files.put(path, rendering.reference(sheet)));
    return files;
  }

  private String main(Map<String, Sheet> references) {
    String subject = spec.subject().text();
    String kind = spec.subject() instanceof Subject.Topic ? "topic" : "documents";
    String titles =
        references.values().stream()
            .map(sheet -> line(sheet.head().origin().title()))
            .collect(Collectors.joining(", "));
    String description = words.of("description." + kind, subject, references.size(), asOf, titles);
    List<String> lines = new ArrayList<>(FrontMatter.lines(spec, kind, asOf, description));
    lines.add("");
    lines.add("# " + words.of("title." + kind, line(subject)));
    lines.add("");
    lines.add(words.of("intro", asOf, spec.audienceText()));
    lines.add("");
    lines.add("## " + words.of("use.title"));
    lines.add("");
    lines.add("1. " + words.of("use.1"));
    lines.add("2. " + words.of("use.2"));
    lines.add("3. " + words.of("use.3", asOf));
    lines.add("");
    lines.add("## " + words.of("references.title"));
    lines.add("");
    if (references.isEmpty()) {
      lines.add(words.of("gone"));
    }
    references.forEach(
        (path, sheet) -> {
          String title = line(sheet.head().origin().title()).replaceAll("[\\[\\]]", "");
          String link = "[%s](%s)".formatted(title, path);
          lines.add("- " + words.of("reference", link, day(sheet.head().origin().modified())));
        });
    return String.join("\n", lines) + "\n";
  }

  private static LocalDate day(java.time.Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  private String reference(Sheet sheet) {
    Locator where = Locator.of(sheet.head().origin(), List.of(), Optional.empty());
    List<String> lines = new ArrayList<>();
    lines.add(MARK + line(sheet.head().id().toString()).replace("-->", "") + " -->");
    lines.add("# " + line(where.title()));
    lines.add("");
    fact(lines, "source", where.url());
    fact(lines, "document", sheet.head().id().toString());
    fact(lines, "revision", sheet.head().revision());
    boolean verified = where.dated() == Dated.VERIFIED;
    fact(lines, verified ? "verified-by" : "author", where.author());
    fact(lines, dateOf(where.dated()), day(where.modified()).toString());
    fact(lines, "as-of", asOf.toString());
    if (!sheet.whole()) {
      lines.add("");
      lines.add(words.of("part"));
    }
    for (Chunk chunk : sheet.chunks()) {
      lines.add("");
      String headings = line(String.join(" › ", chunk.headings()));
      String range = words.of("range", chunk.start(), chunk.end());
      lines.add("## " + (headings.isEmpty() ? range : headings + " (" + range + ")"));
      lines.add("");
      Visible.of(chunk.text()).strip().lines().forEach(said -> lines.add(("> " + said).strip()));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String dateOf(Dated dated) {
    return switch (dated) {
      case DOCUMENT, REVISION, MESSAGE -> "modified";
      case FILE -> "changed";
      case VERIFIED -> "verified";
    };
  }

  private void fact(List<String> lines, String key, String value) {
    if (!value.isBlank()) {
      lines.add("- %s: %s".formatted(words.of(key), line(value)));
    }
  }

  private static String line(String text) {
    return Visible.of(text).replaceAll("\\s+", " ").strip();
  }
}
