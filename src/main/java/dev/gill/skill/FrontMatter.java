package dev.gill.skill;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** What stands above a skill's words: what it is called, what it is for, what it is made from. */
final class FrontMatter {
  private static final String FENCE = "---";
  private static final int LONGEST_DESCRIPTION = 1024;
  private static final String SUBJECT = "gill-";
  private static final String AUDIENCE = "gill-audience";
  private static final String AS_OF = "gill-as-of";

  /** A skill that was written before. */
  record Read(SkillSpec spec, LocalDate asOf) {}

  private FrontMatter() {}

  static List<String> lines(SkillSpec spec, String kind, LocalDate asOf, String description) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put(SUBJECT + kind, spec.subject().text());
    metadata.put(AUDIENCE, spec.audienceText());
    metadata.put(AS_OF, asOf.toString());
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", spec.name());
    fields.put("description", cut(description.replaceAll("[<>]", "")));
    fields.put("metadata", metadata);
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setDefaultScalarStyle(DumperOptions.ScalarStyle.DOUBLE_QUOTED);
    options.setAllowUnicode(true);
    options.setSplitLines(false);
    String yaml =
        new Yaml(options).dump(fields).replaceAll("(?m)^(\\s*)\"([a-z-]+)\":", "$1$2:").strip();
    return Arrays.asList((FENCE + "\n" + yaml + "\n" + FENCE).split("\n"));
  }

  /** Within the limit of the format, which counts characters. */
  private static String cut(String description) {
    return description.codePointCount(0, description.length()) <= LONGEST_DESCRIPTION
        ? description
        : description.substring(0, description.offsetByCodePoints(0, LONGEST_DESCRIPTION - 1))
            + "…";
  }

  /** What a skill was made from; empty if Gill did not write it. */
  static Optional<Read> read(String text) {
    if (!text.startsWith(FENCE + "\n") || text.indexOf("\n" + FENCE, FENCE.length()) < 0) {
      return Optional.empty();
    }
    String yaml = text.substring(FENCE.length() + 1, text.indexOf("\n" + FENCE, FENCE.length()));
    try {
      Object fields = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
      return fields instanceof Map<?, ?> map && map.get("metadata") instanceof Map<?, ?> metadata
          ? read(String.valueOf(map.get("name")), metadata)
          : Optional.empty();
    } catch (YAMLException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Read> read(String name, Map<?, ?> metadata) {
    Object topic = metadata.get(SUBJECT + "topic");
    Object documents = metadata.get(SUBJECT + "documents");
    if (topic == null && documents == null) {
      return Optional.empty();
    }
    Subject subject =
        topic == null
            ? new Subject.Documents(documents.toString())
            : new Subject.Topic(topic.toString());
    List<String> audience = List.of(String.valueOf(metadata.get(AUDIENCE)).split("\\s*,\\s*"));
    LocalDate asOf = LocalDate.parse(String.valueOf(metadata.get(AS_OF)));
    return Optional.of(new Read(new SkillSpec(name, subject, audience), asOf));
  }
}
