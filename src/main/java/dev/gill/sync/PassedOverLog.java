package dev.gill.sync;

import dev.gill.model.DocId;
import dev.gill.model.PassedOver;
import dev.gill.model.PassedOver.Reason;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says once in the log what a source passes over, and later only what is new. */
final class PassedOverLog {
  private static final Logger LOG = System.getLogger(PassedOverLog.class.getName());
  private static final int NAMED = 5;

  private record Kind(Reason reason, String ending) {
    private static Kind of(PassedOver group) {
      return new Kind(group.reason(), group.ending());
    }
  }

  private Map<Kind, PassedOver> logged = Map.of();

  void log(List<PassedOver> now) {
    now.stream().filter(group -> !group.reason().quiet()).forEach(this::log);
    logged = now.stream().collect(Collectors.toMap(Kind::of, group -> group, (first, _) -> first));
  }

  private void log(PassedOver group) {
    PassedOver before = logged.get(Kind.of(group));
    List<DocId> known = before == null ? List.of() : before.docs();
    List<DocId> news = group.docs().stream().filter(doc -> !known.contains(doc)).toList();
    int more = Math.max(group.count() - (before == null ? 0 : before.count()), news.size());
    if (more > 0) {
      String source = group.first().getFirst().doc().source().name();
      LOG.log(
          Level.INFO,
          () -> "Source %s passes over %s: %s".formatted(source, named(news, more), group.why()));
    }
  }

  private static String named(List<DocId> docs, int all) {
    String names =
        docs.stream()
            .limit(NAMED)
            .map(doc -> doc.key().replaceAll("\\p{Cntrl}", "?"))
            .collect(Collectors.joining(", "));
    int more = all - Math.min(docs.size(), NAMED);
    if (names.isEmpty()) {
      return "%d more".formatted(more);
    }
    return more > 0 ? "%s and %d more".formatted(names, more) : names;
  }
}
