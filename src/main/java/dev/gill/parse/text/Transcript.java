package dev.gill.parse.text;

import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Format;
import dev.gill.parse.canonical.Refused;
import dev.gill.parse.charset.TextDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Captions and minutes in WebVTT (<a href="https://www.w3.org/TR/webvtt1/">W3C</a>) and SubRip: who
 * said what, without times, numbers and looks.
 */
public final class Transcript implements Format {
  private static final String CLOCK = "(?:(\\d{1,4}):)?(\\d{1,2}):(\\d{2})(?:[.,](\\d{1,3}))?";
  private static final Pattern TIMES =
      Pattern.compile("\\s*" + CLOCK + "\\s*-->\\s*" + CLOCK + "(?:\\s.*)?");
  private static final Pattern HEAD = Pattern.compile("WEBVTT(?:[ \\t]+(?:-[ \\t]*(.*)|.*))?");
  private static final Pattern ASIDE = Pattern.compile("(?:NOTE|STYLE|REGION)(?:\\s.*)?");
  private static final Pattern NUMBER = Pattern.compile("\\s*\\d+\\s*");

  private record Said(int line, String words) {}

  /** The lines of a cue in the making, and the seconds at which it begins and ends. */
  private static final class Open {
    private final double from;
    private final double to;
    private final List<Said> lines = new ArrayList<>();

    Open(Matcher times) {
      from = seconds(times, 1);
      to = seconds(times, 5);
    }

    private static double seconds(Matcher times, int group) {
      String hours = times.group(group);
      String fraction = times.group(group + 3);
      return (hours == null ? 0 : Integer.parseInt(hours)) * 3600
          + Integer.parseInt(times.group(group + 1)) * 60
          + Integer.parseInt(times.group(group + 2))
          + (fraction == null ? 0 : Double.parseDouble("0." + fraction));
    }
  }

  @Override
  public void read(byte[] bytes, CanonicalText text) {
    List<String> lines = TextDecoder.lines(TextDecoder.decode(bytes, text.limits()));
    Matcher head = HEAD.matcher(lines.getFirst());
    boolean web = head.matches();
    if (web) {
      text.title(head.group(1));
    }
    List<Open> cues = cues(lines, web, text);
    if (cues.isEmpty()) {
      throw new Refused(
          "The file has no captions with times, although its name says that it is a transcript;"
              + " rename it to .txt if it is plain text.");
    }
    TranscriptCues said = new TranscriptCues(cues.size());
    for (Open cue : cues) {
      said.begin(cue.from, cue.to);
      cue.lines.forEach(line -> said.line(line.line(), line.words()));
    }
    said.write(text);
  }

  private static List<Open> cues(List<String> lines, boolean web, CanonicalText text) {
    List<Open> cues = new ArrayList<>();
    boolean aside = web;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      Matcher times = TIMES.matcher(line);
      boolean first = i == 0 || lines.get(i - 1).isBlank();
      if (times.matches()) {
        aside = false;
        dropName(cues, i, lines, web);
        cues.add(new Open(times));
      } else if (line.isBlank()) {
        aside = false;
      } else if (web && first && ASIDE.matcher(line).matches()) {
        aside = true;
        text.leftOut(LeftOut.Kind.COMMENT, line.startsWith("NOTE") ? 1 : 0);
      } else if (!aside && !cues.isEmpty()) {
        cues.getLast().lines.add(new Said(i + 1, line));
      }
    }
    return cues;
  }

  /** Right above its times stands the number or name of a cue, which is none of the words. */
  private static void dropName(List<Open> cues, int times, List<String> lines, boolean web) {
    if (cues.isEmpty() || cues.getLast().lines.isEmpty()) {
      return;
    }
    List<Said> before = cues.getLast().lines;
    boolean right = before.getLast().line() == times;
    boolean alone = times < 2 || lines.get(times - 2).isBlank();
    if (right && (NUMBER.matcher(before.getLast().words()).matches() || (web && alone))) {
      before.removeLast();
    }
  }
}
