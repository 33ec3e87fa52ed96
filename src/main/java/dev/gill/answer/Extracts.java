package dev.gill.answer;

import dev.gill.model.Anchor;
import dev.gill.model.Block;
import dev.gill.model.Chunk;
import dev.gill.model.DocumentText;
import dev.gill.model.Passage;
import dev.gill.model.Range;
import dev.gill.retrieve.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes whole extracts of chosen quotes: what is one piece is quoted as one, and only once. */
final class Extracts {
  private final Evidence evidence;
  private final QuestionKind kind;
  private final List<Extract> extracts = new ArrayList<>();

  private Extracts(QuestionKind kind, Evidence evidence) {
    this.kind = kind;
    this.evidence = evidence;
  }

  /** In the order of the quotes, the best first. */
  static List<Extract> of(QuestionKind kind, List<Quote> quotes, Evidence evidence) {
    Extracts made = new Extracts(kind, evidence);
    quotes.forEach(made::add);
    return List.copyOf(made.extracts);
  }

  private void add(Quote quote) {
    Extract plain = Extract.of(quote);
    Optional<DocumentText> document = evidence.document(plain.passage());
    Extract extract = document.map(found -> whole(plain, found)).orElse(plain);
    for (int i = 0; i < extracts.size(); i++) {
      Extract before = extracts.get(i);
      if (before.overlaps(extract)) {
        extracts.set(i, joined(before, extract, document.orElseThrow()));
        return; // what would become too long by it is shown as it is
      }
    }
    extracts.add(extract);
  }

  private Extract whole(Extract plain, DocumentText document) {
    Range quote = plain.inDocument(plain.range());
    Range whole = new Whole(document).of(quote, kind);
    return whole.equals(quote) ? plain : cut(plain.passage(), document, whole, List.of(quote));
  }

  private static Extract joined(Extract one, Extract other, DocumentText document) {
    Range mine = one.inDocument(one.range());
    Range theirs = other.inDocument(other.range());
    Range both =
        new Range(Math.min(mine.start(), theirs.start()), Math.max(mine.end(), theirs.end()));
    Range shown = both.end() - both.start() > Whole.MOST ? mine : both;
    List<Range> chosen =
        Stream.concat(
                one.chosen().stream().map(one::inDocument),
                other.chosen().stream().map(other::inDocument))
            .filter(each -> shown.start() <= each.start() && each.end() <= shown.end())
            .sorted(Comparator.comparingInt(Range::start))
            .toList();
    return cut(one.passage(), document, shown, chosen);
  }

  /** An extract of a passage that reaches as far as it does; all in offsets of the document. */
  private static Extract cut(
      Passage passage, DocumentText document, Range range, List<Range> chosen) {
    Chunk own = passage.chunk();
    boolean within = own.start() <= range.start() && range.end() <= own.end();
    Chunk chunk = within ? own : wider(own, document, range);
    return new Extract(
        new Passage(passage.doc(), passage.revision(), passage.origin(), chunk),
        moved(range, chunk),
        chosen.stream().map(each -> moved(each, chunk)).toList());
  }

  private static Range moved(Range range, Chunk chunk) {
    return new Range(range.start() - chunk.start(), range.end() - chunk.start());
  }

  private static Chunk wider(Chunk own, DocumentText document, Range range) {
    int start = Math.min(own.start(), range.start());
    int end = Math.max(own.end(), range.end());
    List<Chunk> covered =
        document.chunks().stream().filter(c -> c.start() < end && start < c.end()).toList();
    Chunk first = covered.getFirst();
    List<Block> blocks = covered.stream().flatMap(c -> c.blocks().stream()).distinct().toList();
    List<Anchor> anchors = covered.stream().flatMap(c -> c.anchors().stream()).distinct().toList();
    return Chunk.of(
        start,
        document.text().substring(start, end),
        first.headings(),
        first.columns(),
        blocks,
        anchors);
  }
}
