package dev.gill.retrieve;

import dev.gill.embed.Reading;
import dev.gill.embed.Role;
import dev.gill.index.Snapshot;
import dev.gill.index.StoredDocument;
import dev.gill.model.Citation;
import dev.gill.model.DocId;
import dev.gill.model.DocumentText;
import dev.gill.model.Language;
import dev.gill.model.Passage;
import dev.gill.model.Range;
import dev.gill.model.Scored;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was found for a question, on one snapshot of the index, and the means to weigh parts of it.
 * Close it when done.
 */
public final class Evidence implements AutoCloseable {
  private final Snapshot snapshot;
  private final Retrieved found;
  private final Map<String, Double> terms;
  private final List<Scored> passages;
  private final List<Scored> abroad;
  private final Map<Passage, Reading> readings;
  private final Tuning tuning;

  Evidence(
      Snapshot snapshot,
      Retrieved found,
      List<Scored> passages,
      List<Retrieved> others,
      Map<Passage, Reading> readings,
      Tuning tuning) {
    this.snapshot = snapshot;
    this.found = found;
    this.terms = Collections.unmodifiableMap(snapshot.termWeights(found.text()));
    this.passages = List.copyOf(passages);
    this.abroad =
        others.stream()
            .flatMap(other -> other.passages().stream().filter(other::isOfItsLanguage))
            .filter(each -> each.lexical().isPresent())
            .toList();
    this.readings = Map.copyOf(readings);
    this.tuning = tuning;
  }

  /** The language that was searched: the question's own, or the one it was rendered in. */
  public Language language() {
    return found.language();
  }

  /** The passages, best first, none of them twice. */
  public List<Scored> passages() {
    return passages;
  }

  /** What was found in other languages than that, by words that they render, best first. */
  public List<Scored> abroad() {
    return abroad;
  }

  /** The cosine of the passage whose vector is nearest to the question's; 0 if there is none. */
  public double topCosine() {
    return found.topCosine();
  }

  /** Whether a document is asked for by its name. */
  public boolean isNamed(DocId doc) {
    return found.named().contains(doc);
  }

  /** Whether the first passages were read together with the question. */
  public boolean isRead() {
    return !readings.isEmpty();
  }

  /** What counts how much where something was read. */
  public Tuning tuning() {
    return tuning;
  }

  /** How likely a passage answers, from 0 to 1, as the reader says; 0 if it was not read. */
  public double relevance(Scored found) {
    Reading reading = readings.get(found.passage());
    return reading == null ? 0 : reading.probability();
  }

  /** How likely a range of a passage's text is what answers, from 0 to 1; 0 if it was not read. */
  public double answer(Scored found, Range range) {
    Reading reading = readings.get(found.passage());
    return reading == null ? 0 : reading.answer(range.start(), range.end());
  }

  /** The question's terms, each with its inverse document frequency. */
  public Map<String, Double> terms() {
    return terms;
  }

  /** The terms that a text is searched by. */
  public Set<String> termsOf(String text) {
    return snapshot.terms(text);
  }

  /** Those of the question's terms that occur in a text. */
  public Set<String> met(String text) {
    Set<String> met = new LinkedHashSet<>(terms.keySet());
    met.retainAll(snapshot.terms(text));
    return met;
  }

  /** Share of the question's terms, by weight, that occur in a text. */
  public double coverage(String text) {
    double all = 0;
    double covered = 0;
    Set<String> met = met(text);
    for (Map.Entry<String, Double> term : terms.entrySet()) {
      all += term.getValue();
      covered += met.contains(term.getKey()) ? term.getValue() : 0;
    }
    return all == 0 ? 0 : covered / all;
  }

  /** How far each text supports an answer, in order. */
  public List<Support> support(List<String> texts) throws InterruptedException {
    List<float[]> vectors = found.embedder().embed(texts, Role.PASSAGE);
    List<Support> supports = new ArrayList<>(texts.size());
    for (int i = 0; i < texts.size(); i++) {
      supports.add(new Support(dot(found.vector(), vectors.get(i)), coverage(texts.get(i))));
    }
    return supports;
  }

  /** The whole document that a passage stands in; empty if the index holds another revision. */
  public Optional<DocumentText> document(Passage passage) {
    return snapshot
        .document(passage.doc())
        .filter(document -> document.head().revision().equals(passage.revision()))
        .map(document -> new DocumentText(document.text(), document.chunks()));
  }

  /** Whether each citation's quote stands verbatim where the citation says, in that revision. */
  public boolean areVerbatim(List<Citation> citations) {
    Map<DocId, Optional<StoredDocument>> documents = new HashMap<>();
    return citations.stream()
        .allMatch(
            citation ->
                documents
                    .computeIfAbsent(citation.doc(), snapshot::document)
                    .filter(document -> document.head().revision().equals(citation.revision()))
                    .filter(
                        document -> document.text().startsWith(citation.quote(), citation.start()))
                    .isPresent());
  }

  @Override
  public void close() {
    snapshot.close();
  }

  static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
