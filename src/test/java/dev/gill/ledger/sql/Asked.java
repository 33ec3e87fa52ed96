package dev.gill.ledger.sql;

import dev.gill.ledger.AskedOn;
import dev.gill.ledger.Cited;
import dev.gill.ledger.Entry;
import dev.gill.ledger.Outcome;
import dev.gill.model.DocId;
import dev.gill.model.Fingerprint;
import dev.gill.model.GroupId;
import dev.gill.model.Identity;
import dev.gill.model.Range;
import dev.gill.model.Reader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Questions that people asked. */
final class Asked {
  static final Instant NOON = Instant.parse("2026-11-20T12:00:00.123456Z");
  static final Identity ANNA = Identity.email("anna@example.org");
  static final Identity ANNA_IN_CHAT = new Identity("slack", "U17");
  static final Identity BO = Identity.email("bo@example.org");

  private Asked() {}

  static Entry by(Identity who, String id, String question, Outcome outcome, Instant at) {
    return new Entry(
        id,
        at,
        AskedOn.SLACK,
        question,
        new Reader(Set.of(who), Set.of(GroupId.configured("ops"))),
        outcome,
        List.of(
            new Cited(
                outcome != Outcome.ANSWERED,
                DocId.parse("handbook:运维/值班.md"),
                "4f2a",
                Optional.of(Fingerprint.of(question)),
                new Range(3, 40)),
            new Cited(
                outcome != Outcome.ANSWERED,
                DocId.parse("wiki:17"),
                "9",
                Optional.empty(),
                new Range(0, 12))),
        List.of(),
        false);
  }
}
