package dev.gill.skill;

import dev.gill.model.GroupId;
import dev.gill.model.Language;
import dev.gill.model.Reader;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is to be written as a skill.
 *
 * @param name of the skill and of its folder, as the format has it: lower-case letters, digits and
 *     single hyphens between them, 64 at most
 * @param audience names of the groups that are to read it; everyone if empty
 */
public record SkillSpec(String name, Subject subject, List<String> audience) {
  private static final int LONGEST_NAME = 64;
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final String EVERYONE = "everyone";

  public SkillSpec {
    if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
      throw new SkillException(
          "The folder's name is the skill's, and %s cannot be one; use up to %d lower-case letters, digits and hyphens, such as restore-database."
              .formatted(name, LONGEST_NAME));
    }
    Set<String> groups = new TreeSet<>(audience);
    groups.removeIf(group -> group.isBlank() || group.equals(EVERYONE));
    try {
      groups.forEach(GroupId::parse);
    } catch (IllegalArgumentException e) {
      throw new SkillException("An audience cannot be read: %s.".formatted(e.getMessage()), e);
    }
    audience = List.copyOf(groups);
  }

  /** Somebody who belongs to the audience and to nothing else. */
  Reader reader() {
    return new Reader(Set.of(), audience.stream().map(GroupId::parse).collect(Collectors.toSet()));
  }

  /** The audience in words. */
  String audienceText() {
    return audience.isEmpty() ? EVERYONE : String.join(", ", audience);
  }

  /** The language that the skill's own words are in. */
  Language language() {
    return Language.of(subject.text());
  }
}
