package dev.gill.sync;

import dev.gill.model.DocId;
import dev.gill.model.PassedOver;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Says once in the log what a source passes over, and later only what is new. */
final class PassedOverLog {
  private static final Logger LOG = System.getLogger(PassedOverLog.class.getName());
  private static final int NAMED = 5;

  private Set<DocId> logged = Set.of();

  void log(List<PassedOver> now) {
    Map<String, List<DocId>> news =
        now.stream()
            .filter(passed -> !logged.contains(passed.doc()))
            .collect(
                Collectors.groupingBy(
                    PassedOver::why,
                    LinkedHashMap::new,
                    Collectors.mapping(PassedOver::doc, Collectors.toList())));
    news.forEach(
        (why, docs) ->
            LOG.log(
                Level.INFO,
                () ->
                    "Source %s passes over %s: %s"
                        .formatted(docs.getFirst().source(), named(docs), why)));
    logged = now.stream().map(PassedOver::doc).collect(Collectors.toCollection(HashSet::new));
  }

  private static String named(Collection<DocId> docs) {
    String names =
        docs.stream()
            .limit(NAMED)
            .map(doc -> doc.key().replaceAll("\\p{Cntrl}", "?"))
            .collect(Collectors.joining(", "));
    int more = docs.size() - NAMED;
    return more > 0 ? "%s and %d more".formatted(names, more) : names;
  }
}
