package dev.gill.source.http;

import dev.gill.model.SourceId;
import dev.gill.source.SourceException;
import java.time.Duration;

/** What is said of a host and what to check, in our own words. */
final class FailureMessages {
  private final SourceId source;
  private final Redactor redactor;

  FailureMessages(SourceId source, Redactor redactor) {
    this.source = source;
    this.redactor = redactor;
  }

  SourceException busy(Endpoint place, Duration pause) {
    return new SourceException.Busy(
        "%s asks for a pause: it was asked too often.".formatted(redactor.place(place, source)),
        pause);
  }

  SourceException broken(Endpoint place, String sentence) {
    return new SourceException.Broken(of(place, sentence), null);
  }

  SourceException broken(Endpoint place, Fault fault, Exception cause) {
    return new SourceException.Broken(of(place, fault.sentence()), cause);
  }

  SourceException trouble(Endpoint place, int status) {
    String what =
        status / 100 == 5
            ? "has trouble of its own (status %d): look at its log, and check"
            : "answers with status %d, which says nothing here: check";
    return broken(place, "%s " + what.formatted(status) + " the address of source %s");
  }

  String refusal(Endpoint place, int status) {
    String what =
        switch (status) {
          case 401, 403 -> "refuses the user (status %d): check the user, the token and its rights";
          case 407 -> "is behind a proxy that asks for a password (status %d): check the way";
          default -> "does not take the request (status %d): check the address";
        };
    return of(place, "%s " + what.formatted(status) + " of source %s");
  }

  private String of(Endpoint place, String sentence) {
    return sentence.formatted(redactor.place(place, source), source) + ".";
  }
}
