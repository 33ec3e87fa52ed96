package dev.gill.parse.markdown;

import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The block of settings at the head of a Markdown file: between lines of {@code ---} (YAML, which
 * {@code ...} can close too) or {@code +++} (TOML), or in braces (JSON). Its title and author are
 * the document's; what else it says to a reader stands at the top of the text, a line each.
 *
 * @param lines how many lines it takes, its fences among them; 0 if there is none
 */
public record FrontMatter(int lines, String title, String author, List<FrontFact> facts) {
  private static final FrontMatter NONE = new FrontMatter(0, "", "", List.of());

  /** What a document's date is called, the latest that it may bear first. */
  private static final List<String> DATES =
      List.of(
          "updated",
          "lastupdated",
          "updatedat",
          "lastmod",
          "lastmodified",
          "modified",
          "datemodified",
          "更新",
          "更新时间",
          "更新日期",
          "reviewed",
          "lastreviewed",
          "date",
          "日期",
          "published",
          "pubdate",
          "created",
          "createdat");

  private static final int LONGEST = 1000;

  /** Reads the head of these lines. */
  public static FrontMatter of(List<String> lines) {
    String fence = lines.getFirst().stripTrailing();
    return switch (fence) {
      case "---", "+++" -> {
        int end = end(lines, fence);
        List<String> body = end < 0 ? List.of() : lines.subList(1, end);
        yield body.isEmpty() ? NONE : of(read(body, fence), end + 1);
      }
      case "{" -> {
        int end = lines.subList(0, Math.min(lines.size(), LONGEST)).indexOf("}");
        yield end < 0 ? NONE : of(FrontYaml.read(lines.subList(0, end + 1), 1), end + 1);
      }
      default -> NONE;
    };
  }

  private static int end(List<String> lines, String fence) {
    for (int i = 1; i < Math.min(lines.size(), LONGEST); i++) {
      String line = lines.get(i).stripTrailing();
      if (line.equals(fence) || (fence.equals("---") && line.equals("..."))) {
        return i;
      }
    }
    return -1;
  }

  private static Optional<List<FrontFact>> read(List<String> body, String fence) {
    Optional<List<FrontFact>> yaml =
        fence.equals("---") ? FrontYaml.read(body, 2) : Optional.empty();
    return yaml.isPresent() ? yaml : FrontLines.read(body, 2);
  }

  private static FrontMatter of(Optional<List<FrontFact>> found, int lines) {
    if (found.isEmpty()) {
      return NONE;
    }
    List<FrontFact> facts = new ArrayList<>(found.get());
    String title = take(facts, "title");
    String author = take(facts, "author");
    if (author.isEmpty()) {
      author = take(facts, "authors");
    }
    facts.removeIf(fact -> !fact.isForReaders());
    return new FrontMatter(lines, title, author, List.copyOf(facts));
  }

  /** The fact of that name that stands least deep; it is no other line any more. */
  private static String take(List<FrontFact> facts, String name) {
    int depth =
        facts.stream().filter(f -> f.isCalled(name)).mapToInt(FrontFact::depth).min().orElse(0);
    List<FrontFact> called =
        facts.stream().filter(f -> f.isCalled(name) && f.depth() == depth).toList();
    facts.removeAll(called);
    return called.stream().map(FrontFact::value).distinct().collect(Collectors.joining(", "));
  }

  /** Hands title, author and date over. */
  public void name(CanonicalText text) {
    text.title(title);
    text.author(author);
    DATES.forEach(
        name ->
            facts.stream()
                .filter(fact -> fact.depth() == 1 && fact.isNamed(name))
                .forEach(fact -> text.written(fact.value())));
  }

  /** Writes what else it says. */
  public void write(CanonicalText text) {
    for (FrontFact fact : facts) {
      if (fact.isDescription()) {
        text.leftOut(LeftOut.Kind.DESCRIPTION);
        continue;
      }
      text.line(fact.line());
      text.paragraph(Inline.of(fact.label() + ": " + fact.value()));
    }
  }
}
