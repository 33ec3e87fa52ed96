package dev.gill.parse.secrets;

import dev.gill.model.Anchor;
import dev.gill.model.Block;
import dev.gill.model.LeftOut;
import dev.gill.parse.Document;
import dev.gill.parse.Headed;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Writes a mask where a secret stood. Blocks and anchors stay at the text that they were at. */
public final class Masking {
  /** Names these rules; it changes whenever the same text is masked otherwise. */
  public static final String RECIPE = "mask-2";

  /** Of the same length whatever stood there, since a length is half a password. */
  public static final String MASK = "••••••••";

  private Masking() {}

  /** The document with its secrets masked and counted; the same one if it holds none. */
  public static Document of(Document document) {
    List<Span> secrets = SecretFinder.in(document.text(), document.blocks());
    if (secrets.isEmpty()) {
      return document;
    }
    Shift shift = new Shift(secrets);
    List<LeftOut> leftOut = new ArrayList<>(document.leftOut());
    String format = leftOut.isEmpty() ? "document" : leftOut.getFirst().format();
    leftOut.add(new LeftOut(format, LeftOut.Kind.SECRET, secrets.size()));
    return new Document(
        document.title().map(Masking::line),
        document.author(),
        document.written(),
        masked(document.text(), secrets),
        document.blocks().stream().map(block -> shifted(block, shift)).toList(),
        shifted(document.anchors(), shift),
        leftOut);
  }

  private static Headed shifted(Headed block, Shift shift) {
    return new Headed(
        new Block(block.kind(), shift.of(block.start()), shift.of(block.end())),
        block.headings().stream().map(Masking::line).toList());
  }

  /** Where several stood within one secret, the last leads on. */
  private static List<Anchor> shifted(List<Anchor> anchors, Shift shift) {
    TreeMap<Integer, Anchor> moved = new TreeMap<>();
    for (Anchor anchor : anchors) {
      int offset = shift.of(anchor.offset());
      moved.put(offset, new Anchor(offset, anchor.place()));
    }
    return List.copyOf(moved.values());
  }

  /** A line that stands for itself, such as a title. */
  private static String line(String text) {
    return masked(text, SecretFinder.in(text, List.of()));
  }

  private static String masked(String text, List<Span> secrets) {
    StringBuilder masked = new StringBuilder();
    int from = 0;
    for (Span secret : secrets) {
      masked.append(text, from, secret.start()).append(MASK);
      from = secret.end();
    }
    return masked.append(text, from, text.length()).toString();
  }

  /** Where offsets of the text lie in the masked one. */
  private record Shift(List<Span> secrets) {
    int of(int offset) {
      int shift = 0;
      for (Span secret : secrets) {
        if (secret.start() >= offset) {
          break;
        }
        if (offset < secret.end()) {
          return secret.start() + shift;
        }
        shift += MASK.length() - (secret.end() - secret.start());
      }
      return offset + shift;
    }
  }
}
