package dev.gill.surface.rest;

import dev.gill.model.Restriction;
import dev.gill.model.SourceId;
import dev.gill.sync.SyncMonitor;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads which sources and days a request restricts a question to. */
@Singleton
class Restrictions {
  /** Sources that a request may name. */
  private static final int MOST_SOURCES = 100;

  /** Of what is wrong, as much is repeated. */
  private static final int LONGEST_ECHO = 40;

  private final SyncMonitor sync;

  @Inject
  Restrictions(SyncMonitor sync) {
    this.sync = sync;
  }

  /**
   * The restriction that is written so.
   *
   * @param sources names of configured sources; may be null
   * @param from a day, in UTC; may be null
   * @param until a day, in UTC, that is part of it; may be null
   */
  Restriction of(List<String> sources, String from, String until) {
    Optional<LocalDate> first = day(from);
    Optional<LocalDate> last = day(until);
    if (first.isPresent() && last.isPresent() && first.get().isAfter(last.get())) {
      throw ProblemException.invalid("Invalid dates", "problem.dates");
    }
    return new Restriction(
        sources(sources), first.map(Restrictions::start), last.map(day -> start(day.plusDays(1))));
  }

  private Set<SourceId> sources(List<String> names) {
    Set<SourceId> wanted = new TreeSet<>();
    if (names == null || names.isEmpty()) {
      return wanted;
    }
    if (names.size() > MOST_SOURCES) {
      throw ProblemException.invalid("Too many sources", "problem.sources.many", MOST_SOURCES);
    }
    List<SourceId> known = sync.sources().stream().map(status -> status.source()).toList();
    for (String name : names) {
      wanted.add(
          known.stream()
              .filter(source -> source.name().equals(name))
              .findFirst()
              .orElseThrow(
                  () -> ProblemException.invalid("Unknown source", "problem.source", echo(name))));
    }
    return wanted;
  }

  private static Optional<LocalDate> day(String written) {
    if (written == null || written.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(written.strip()))
          .filter(day -> day.getYear() >= 1 && day.getYear() <= 9998)
          .or(
              () -> {
                throw invalid(written);
              });
    } catch (DateTimeException e) {
      throw invalid(written);
    }
  }

  private static ProblemException invalid(String written) {
    return ProblemException.invalid("Invalid date", "problem.date", echo(written));
  }

  private static String echo(String written) {
    String shown = String.valueOf(written).replaceAll("\\p{Cntrl}", " ");
    return shown.length() > LONGEST_ECHO ? shown.substring(0, LONGEST_ECHO) + "…" : shown;
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
