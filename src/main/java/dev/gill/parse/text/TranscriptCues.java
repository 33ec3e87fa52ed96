package dev.gill.parse.text;

import dev.gill.parse.canonical.CanonicalText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** Joins what one speaker said in several cues to paragraphs. */
final class TranscriptCues {
  private static final Pattern VOICE =
      Pattern.compile("<v(?:\\.[^\\s<>]*)?[ \\t]+([^<>]{1,200})>|</v>");
  private static final Pattern MARKS =
      Pattern.compile("</?[a-zA-Z][^<>]{0,300}>|<[\\d:.]{5,20}>|\\{\\\\[^{}]{0,200}}");
  private static final Pattern TURN =
      Pattern.compile("^(?:>{2,3}|[-–](?=\\s*[\\p{L}\\[¿¡\"“]))\\s*");
  private static final Pattern NAME =
      Pattern.compile(
          "^([\\p{Lu}\\p{Lo}][\\p{L}\\p{M}\\p{Nd}.'’_&-]*(?: [\\p{L}\\p{M}\\p{Nd}.'’()_&-]+){0,4})"
              + "(?::(?:\\s+|$)|：)(.*)$");
  private static final int LONGEST_NAME = 60;

  /** Two names, as those of people are written. */
  private static final Pattern FULL =
      Pattern.compile("\\p{Lu}[\\p{L}.'’-]*(?: (?:\\p{Lu}[\\p{L}.'’-]*|\\p{Ll}{2,3}|\\d+)){1,4}");

  /** Seconds between two cues up to which the second one may repeat the first. */
  private static final double ROLLS = 1;

  private final List<TranscriptLine> lines;
  private final Map<String, Integer> names = new HashMap<>();
  private String voice = "";
  private double from;
  private double to;
  private boolean first;

  TranscriptCues(int cues) {
    lines = new ArrayList<>(cues);
  }

  /** A cue begins and ends at these seconds. */
  void begin(double begins, double ends) {
    from = begins;
    to = ends;
    first = true;
    voice = "";
  }

  /** A line of the cue, which may be parted by the voices in it. */
  void line(int number, String source) {
    Matcher marks = VOICE.matcher(source);
    int at = 0;
    while (marks.find()) {
      add(number, source.substring(at, marks.start()));
      voice = marks.group(1) == null ? "" : bare(marks.group(1));
      at = marks.end();
    }
    add(number, source.substring(at));
  }

  private static String bare(String words) {
    return Parser.unescapeEntities(MARKS.matcher(words).replaceAll(""), false).strip();
  }

  private void add(int number, String source) {
    String words = bare(source);
    Matcher turn = TURN.matcher(words);
    boolean turns = turn.find();
    String rest = turns ? words.substring(turn.end()) : words;
    if (rest.isBlank()) {
      return;
    }
    Matcher named = NAME.matcher(rest);
    if (voice.isEmpty() && named.matches() && named.group(1).length() <= LONGEST_NAME) {
      names.merge(named.group(1), 1, Integer::sum);
    }
    lines.add(new TranscriptLine(number, from, to, first, voice, turns, rest));
    first = false;
  }

  void write(CanonicalText text) {
    TranscriptParagraphs paragraphs = new TranscriptParagraphs(text);
    List<TranscriptLine> said = once();
    for (TranscriptLine line : said) {
      Matcher named = NAME.matcher(line.words());
      if (line.voice().isEmpty() && named.matches() && isSpeaker(named.group(1))) {
        paragraphs.add(line.of(named.group(1), named.group(2)));
      } else {
        paragraphs.add(line);
      }
    }
    paragraphs.end();
  }

  /** A word before a colon is a speaker's name if it looks like one or stands there again. */
  private boolean isSpeaker(String name) {
    return names.getOrDefault(name, 0) > 1 || FULL.matcher(name).matches();
  }

  /** Rolling captions repeat the line above the new one, or the words before the new ones. */
  private List<TranscriptLine> once() {
    List<TranscriptLine> once = new ArrayList<>(lines.size());
    int at = 0;
    while (at < lines.size()) {
      int end = at + 1;
      while (end < lines.size() && !lines.get(end).first()) {
        end++;
      }
      cue(lines.subList(at, end), once);
      at = end;
    }
    return once;
  }

  private static void cue(List<TranscriptLine> cue, List<TranscriptLine> once) {
    int again = 0;
    boolean rolls = !once.isEmpty() && cue.getFirst().from() - once.getLast().to() < ROLLS;
    for (int k = Math.min(cue.size(), once.size()); rolls && k > 0 && again == 0; k--) {
      again = repeats(once.subList(once.size() - k, once.size()), cue.subList(0, k)) ? k : 0;
    }
    if (again > 0) {
      TranscriptLine last = once.removeLast();
      once.add(last.until(cue.getFirst().to()));
    } else if (rolls && cue.getFirst().goesOnFrom(once.getLast())) {
      once.add(cue.getFirst().at(once.removeLast()));
      again = 1;
    }
    once.addAll(cue.subList(again, cue.size()));
  }

  private static boolean repeats(List<TranscriptLine> before, List<TranscriptLine> cue) {
    for (int i = 0; i < cue.size(); i++) {
      if (!before.get(i).says(cue.get(i))) {
        return false;
      }
    }
    return true;
  }
}
