package dev.gill.surface.openai;

import java.time.Instant;
import java.util.List;

/** The one model that there is: Gill itself. */
record Models(String object, List<Model> data) {
  static final String NAME = "gill";

  /** Of what is wrong, as much is repeated. */
  private static final int LONGEST_ECHO = 40;

  /** The day on which Gill could first be asked in this way. */
  private static final Instant SINCE = Instant.parse("2026-11-30T00:00:00Z");

  /** A model. */
  record Model(String id, String object, long created, String owned_by) {}

  static Models all() {
    return new Models("list", List.of(gill()));
  }

  static Model gill() {
    return new Model(NAME, "model", SINCE.getEpochSecond(), NAME);
  }

  static String echo(String written) {
    String shown = written.replaceAll("\\p{Cntrl}", " ");
    return shown.length() > LONGEST_ECHO ? shown.substring(0, LONGEST_ECHO) + "…" : shown;
  }
}
