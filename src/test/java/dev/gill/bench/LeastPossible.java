package dev.gill.bench;

import dev.gill.embed.Embedders;
import dev.gill.index.StoredDocument;
import dev.gill.model.Block;
import dev.gill.model.Chunk;
import dev.gill.model.Fingerprint;
import dev.gill.model.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How few texts a document's new state could have embedded. Of all ways to cut it that keep
 * sections apart and chunks at 230 tokens or fewer, with cuts between lines or where Gill itself
 * cuts, the one counts that needs the fewest texts which were in no chunk of any document before.
 * It knows the old chunks and the new text, which no rule that cuts a document by itself does; so
 * it is a bound, and Gill's own cutting is one of the ways that it chooses among.
 */
final class LeastPossible {
  private static final int MOST_TOKENS = 230;

  private final Embedders embedders;
  private final Set<Fingerprint> known = new HashSet<>();

  LeastPossible(Embedders embedders) {
    this.embedders = embedders;
  }

  /** The least for these documents together, whose chunks are known from then on. */
  int take(List<StoredDocument> documents) {
    Set<Fingerprint> fresh = new HashSet<>();
    for (StoredDocument document : documents) {
      for (List<Chunk> section : sections(document.chunks())) {
        if (section.stream().anyMatch(chunk -> !known.contains(chunk.fingerprint()))) {
          fresh.addAll(cheapest(document, section));
        }
      }
    }
    documents.forEach(document -> document.chunks().forEach(c -> known.add(c.fingerprint())));
    return fresh.size();
  }

  private static List<List<Chunk>> sections(List<Chunk> chunks) {
    List<List<Chunk>> sections = new ArrayList<>();
    for (Chunk chunk : chunks) {
      boolean same =
          !sections.isEmpty()
              && !chunk.text().startsWith("#")
              && sections.getLast().getFirst().headings().equals(chunk.headings());
      if (!same) {
        sections.add(new ArrayList<>());
      }
      sections.getLast().add(chunk);
    }
    return sections;
  }

  /** The texts that the cheapest cutting of one section has to embed. */
  private Set<Fingerprint> cheapest(StoredDocument document, List<Chunk> section) {
    String text = document.text();
    Rows rows = new Rows(text, document.blocks());
    int[] cuts = cuts(text, section);
    int[] tokens = tokens(text, cuts, section.getFirst().language());
    Set<Integer> own = new HashSet<>();
    section.forEach(chunk -> own.add(chunk.start()));
    int[] cost = new int[cuts.length];
    int[] from = new int[cuts.length];
    Arrays.fill(cost, 1, cost.length, Integer.MAX_VALUE);
    for (int end = 1; end < cuts.length; end++) {
      int size = 0;
      for (int start = end - 1; start >= 0; start--) {
        size += tokens[start];
        boolean gills = own.contains(cuts[start]) && nextOwn(own, cuts, start) == end;
        if (size > MOST_TOKENS && start < end - 1 && !gills) {
          if (size > 2 * MOST_TOKENS) {
            break;
          }
          continue;
        }
        int step = known.contains(rows.fingerprint(cuts[start], cuts[end])) ? 0 : 1;
        if (cost[start] + step < cost[end]) {
          cost[end] = cost[start] + step;
          from[end] = start;
        }
      }
    }
    Set<Fingerprint> fresh = new HashSet<>();
    for (int end = cuts.length - 1; end > 0; end = from[end]) {
      Fingerprint piece = rows.fingerprint(cuts[from[end]], cuts[end]);
      if (!known.contains(piece)) {
        fresh.add(piece);
      }
    }
    return fresh;
  }

  private static int nextOwn(Set<Integer> own, int[] cuts, int start) {
    int next = start + 1;
    while (next < cuts.length - 1 && !own.contains(cuts[next])) {
      next++;
    }
    return next;
  }

  private static int[] cuts(String text, List<Chunk> section) {
    int start = section.getFirst().start();
    int end = section.getLast().end();
    Set<Integer> cuts = new TreeSet<>();
    section.forEach(chunk -> cuts.add(chunk.start()));
    for (int at = text.indexOf('\n', start);
        at >= 0 && at < end - 1;
        at = text.indexOf('\n', at + 1)) {
      if (!Character.isWhitespace(text.charAt(at + 1))) {
        cuts.add(at + 1);
      }
    }
    cuts.add(end);
    return cuts.stream().mapToInt(Integer::intValue).toArray();
  }

  private int[] tokens(String text, int[] cuts, Language language) {
    int[] tokens = new int[cuts.length - 1];
    for (int i = 0; i < tokens.length; i++) {
      tokens[i] =
          embedders.of(language).tokens(Chunk.withoutTargets(text.substring(cuts[i], cuts[i + 1])));
    }
    return tokens;
  }

  /** Names pieces as Gill names its chunks: one that begins within a table has its first row. */
  private record Rows(String text, List<Block> blocks) {
    private static final int LONGEST = 300;

    Fingerprint fingerprint(int start, int end) {
      String piece = text.substring(start, end).stripTrailing();
      return Chunk.of(start, piece, List.of(), columns(start), List.of(), List.of()).fingerprint();
    }

    private String columns(int start) {
      int at = 0;
      while (at < blocks.size() && blocks.get(at).end() <= start) {
        at++;
      }
      int first = at;
      while (first > 0 && first < blocks.size() && isRowBelow(first)) {
        first--;
      }
      if (first == at) {
        return "";
      }
      Block row = blocks.get(first);
      return row.end() - row.start() > LONGEST ? "" : text.substring(row.start(), row.end());
    }

    private boolean isRowBelow(int at) {
      Block above = blocks.get(at - 1);
      return above.isRow()
          && blocks.get(at).isRow()
          && text.substring(above.end(), blocks.get(at).start()).equals("\n");
    }
  }
}
