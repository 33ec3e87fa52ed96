package dev.gill.skill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The rules of the Agent Skills format, as its specification and its own validator have them. */
final class SkillRules {
  private static final Set<String> FIELDS =
      Set.of("name", "description", "license", "compatibility", "metadata", "allowed-tools");
  private static final int LINES = 500;

  private SkillRules() {}

  static void check(Path folder) throws IOException {
    String text = Files.readString(folder.resolve("SKILL.md"));
    assertThat(text).startsWith("---\n");
    String[] parts = text.split("(?m)^---$", 3);
    assertThat(parts).hasSize(3);
    Map<String, Object> fields = new Yaml(new SafeConstructor(new LoaderOptions())).load(parts[1]);
    assertThat(FIELDS).containsAll(fields.keySet());
    String name = (String) fields.get("name");
    assertThat(name)
        .isEqualTo(folder.getFileName().toString())
        .hasSizeBetween(1, 64)
        .matches("[a-z0-9]+(-[a-z0-9]+)*");
    String description = (String) fields.get("description");
    assertThat(description).isNotBlank();
    assertThat(description.codePointCount(0, description.length())).isLessThanOrEqualTo(1024);
    assertThat((Map<?, ?>) fields.get("metadata"))
        .allSatisfy(
            (key, value) -> {
              assertThat(key).isInstanceOf(String.class);
              assertThat(value).isInstanceOf(String.class);
            });
    assertThat(text.lines().count()).isLessThan(LINES);
    assertThat(parts[2]).isNotBlank();
  }
}
