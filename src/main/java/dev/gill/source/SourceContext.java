package dev.gill.source;

import dev.gill.model.People;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * What all sources are made with.
 *
 * @param data the folder below which a source may keep copies, in a folder of its type's name
 * @param readable whether a file of this name has a format that can be read
 * @param clock the time
 * @param people whom the team names
 */
public record SourceContext(
    Path data, Predicate<String> readable, InstantSource clock, People people) {
  public SourceContext {
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(readable, "readable");
    Objects.requireNonNull(clock, "clock");
    Objects.requireNonNull(people, "people");
  }

  /** Where nobody is named. */
  public SourceContext(Path data, Predicate<String> readable, InstantSource clock) {
    this(data, readable, clock, People.NONE);
  }
}
