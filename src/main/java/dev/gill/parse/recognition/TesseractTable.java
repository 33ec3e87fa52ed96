package dev.gill.parse.recognition;

import java.util.ArrayList;
import java.util.List;

/** Reads the table of words that Tesseract writes. */
final class TesseractTable {
  /** Of 100, how sure of a line's words on average Tesseract must be; below it guesses. */
  private static final double SURE = 50;

  /** Gaps as wide as so many heights of letters part columns. */
  private static final double COLUMN_GAP = 1.8;

  private static final int COLUMNS = 12;
  private static final String WORD = "5";

  private record Word(
      String line, int left, int right, int bottom, int height, double sure, String words) {}

  private TesseractTable() {}

  /** The lines in order, without those that are mere guesses. */
  static List<RecognizedLine> lines(String table) {
    List<RecognizedLine> lines = new ArrayList<>();
    List<Word> open = new ArrayList<>();
    List<String> paragraphs = new ArrayList<>();
    for (String row : table.split("\n")) {
      String[] cells = row.split("\t", COLUMNS);
      if (cells.length == COLUMNS && cells[0].equals(WORD) && !cells[COLUMNS - 1].isBlank()) {
        Word word = word(cells);
        if (!open.isEmpty() && !open.getFirst().line().equals(word.line())) {
          end(open, paragraphs, lines);
        }
        open.add(word);
      }
    }
    end(open, paragraphs, lines);
    return lines;
  }

  private static Word word(String[] cells) {
    int left = Integer.parseInt(cells[6]);
    int top = Integer.parseInt(cells[7]);
    int width = Integer.parseInt(cells[8]);
    int height = Integer.parseInt(cells[9]);
    String line = String.join(".", cells[2], cells[3]) + "/" + cells[4];
    double sure = Double.parseDouble(cells[10]);
    return new Word(line, left, left + width, top + height, height, sure, cells[11].strip());
  }

  private static void end(List<Word> words, List<String> paragraphs, List<RecognizedLine> lines) {
    if (words.stream().mapToDouble(Word::sure).average().orElse(0) >= SURE) {
      String paragraph = words.getFirst().line().split("/")[0];
      if (paragraphs.isEmpty() || !paragraphs.getLast().equals(paragraph)) {
        paragraphs.add(paragraph);
      }
      lines.add(line(words, paragraphs.size()));
    }
    words.clear();
  }

  private static RecognizedLine line(List<Word> words, int paragraph) {
    int height = middle(words.stream().map(Word::height).toList());
    List<String> parts = new ArrayList<>();
    List<Integer> lefts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    Word before = null;
    for (Word word : words) {
      if (before == null || word.left() - before.right() > COLUMN_GAP * height) {
        if (before != null) {
          parts.add(part.toString());
          part.setLength(0);
        }
        lefts.add(word.left());
      } else if (!joins(before.words(), word.words())) {
        part.append(' ');
      }
      part.append(word.words());
      before = word;
    }
    parts.add(part.toString());
    return new RecognizedLine(
        paragraph, parts, lefts, middle(words.stream().map(Word::bottom).toList()), height);
  }

  /** Chinese and Japanese have no spaces between words. */
  private static boolean joins(String before, String after) {
    return Character.isIdeographic(before.codePointBefore(before.length()))
        && Character.isIdeographic(after.codePointAt(0));
  }

  private static int middle(List<Integer> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
