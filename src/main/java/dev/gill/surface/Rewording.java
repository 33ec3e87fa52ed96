package dev.gill.surface;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says in another language what was written down in English when it happened: why a source stands
 * still, why a document could not be read. The texts of both have the sentence under the same key,
 * which begins with {@code said.}; what stands in its braces is taken over. Where the key ends with
 * {@code -why}, the last of them is a sentence of this kind again.
 */
final class Rewording {
  private static final String SAID = "said.";
  private static final String WHY = "-why";
  private static final Pattern HOLE = Pattern.compile("\\{(\\d)}");

  private record Template(String key, List<Integer> holes, Pattern sentence) {
    static Template of(String key, String text) {
      String plain = text.replaceFirst("\\.$", "");
      List<Integer> holes =
          HOLE.matcher(plain).results().map(hole -> Integer.valueOf(hole.group(1))).toList();
      StringBuilder pattern = new StringBuilder();
      int from = 0;
      Matcher hole = HOLE.matcher(plain);
      while (hole.find()) {
        pattern.append(Pattern.quote(plain.substring(from, hole.start()))).append("(.*?)");
        from = hole.end();
      }
      pattern.append(Pattern.quote(plain.substring(from))).append("\\.?");
      return new Template(key, holes, Pattern.compile(pattern.toString(), Pattern.DOTALL));
    }

    Optional<Object[]> values(String said) {
      Matcher matcher = sentence.matcher(said);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      Object[] values = new Object[holes.size()];
      for (int i = 0; i < values.length; i++) {
        values[holes.get(i)] = matcher.group(i + 1);
      }
      return Optional.of(values);
    }
  }

  private final List<Template> templates;

  /** By these texts, which are the English ones. */
  Rewording(Map<String, String> english) {
    this.templates =
        english.entrySet().stream()
            .filter(entry -> entry.getKey().startsWith(SAID))
            .sorted(
                Comparator.comparing(
                        (Map.Entry<String, String> entry) -> !entry.getKey().endsWith(WHY))
                    .thenComparing(
                        entry -> -HOLE.matcher(entry.getValue()).replaceAll("").length()))
            .map(entry -> Template.of(entry.getKey(), entry.getValue()))
            .toList();
  }

  /** The sentence in the language of these texts; empty if there are no words for it. */
  Optional<String> in(Texts other, String said) {
    return templates.stream().flatMap(template -> in(other, template, said).stream()).findFirst();
  }

  private Optional<String> in(Texts other, Template template, String said) {
    Optional<Object[]> values = template.values(said);
    if (values.isEmpty() || !template.key().endsWith(WHY)) {
      return values.map(filled -> other.filled(template.key(), filled));
    }
    Object[] filled = values.get();
    return in(other, filled[filled.length - 1].toString())
        .map(
            why -> {
              filled[filled.length - 1] = why;
              return other.filled(template.key(), filled);
            });
  }
}
