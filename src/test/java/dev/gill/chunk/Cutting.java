package dev.gill.chunk;

import dev.gill.embed.HashEmbedder;
import dev.gill.model.Chunk;
import dev.gill.model.Fingerprint;
import dev.gill.parse.Document;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Cuts documents as the product does, counting words and Han characters. */
final class Cutting {
  static final int MOST = 230;
  static final TokenCounter WORDS = new HashEmbedder(8)::tokens;

  private Cutting() {}

  static List<Chunk> cut(Document document) {
    return new Chunker(WORDS, 510).chunk(document);
  }

  static List<Chunk> cut(String markdown) {
    return cut(RandomDocument.parse(markdown));
  }

  static Set<Fingerprint> fingerprints(List<Chunk> chunks) {
    return chunks.stream().map(Chunk::fingerprint).collect(Collectors.toSet());
  }

  /** The chunks that are not among the others, wherever they stand. */
  static List<Chunk> without(List<Chunk> chunks, List<Chunk> others) {
    Set<Fingerprint> there = new HashSet<>(fingerprints(others));
    return chunks.stream().filter(chunk -> !there.contains(chunk.fingerprint())).toList();
  }
}
