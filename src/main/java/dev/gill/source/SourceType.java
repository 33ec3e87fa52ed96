package dev.gill.source;

import java.util.Set;
import java.util.function.Consumer;

/**
 * A kind of system that can be followed: its name, its settings and its making. An adapter brings
 * one, and it is registered in one place, {@code app.config.SourceTypes}.
 */
public interface SourceType {
  /** What {@code gill.sources.NAME.type} says for it, in lower case. */
  String name();

  /** The keys of all settings that it knows, besides {@code type}. */
  Set<String> settings();

  /**
   * Makes a source. Reads all settings and does no I/O, so that every mistake shows before anything
   * starts.
   *
   * @throws SettingsException if a setting is not right
   * @throws IllegalArgumentException likewise; the message goes on after the source's name
   */
  MadeSource make(Settings settings, SourceContext surroundings);

  /**
   * Looks whether Gill had better not start, although the settings can be read. A system that may
   * be down for a while is no reason: it is shown as failing until it is back.
   *
   * @throws SettingsException saying what to change
   */
  default void startable(Settings settings) {}

  /**
   * Goes the way that following a source goes, step by step, and reports each step as soon as it is
   * done: first what must be there, at last what would be read. A step that cannot be done because
   * of an earlier one is reported as skipped. {@link #make} has found the settings to be right.
   *
   * <p>Writes nothing but below the data folder of {@code surroundings}, which is there for this
   * check alone, and may run while the same source is followed.
   *
   * @throws InterruptedException if the thread is asked to stop
   */
  void check(Settings settings, SourceContext surroundings, Consumer<CheckStep> report)
      throws InterruptedException;
}
