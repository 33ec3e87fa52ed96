package dev.gill.parse.org;

import dev.gill.parse.canonical.Inline;
import dev.gill.parse.canonical.LeftOuts;
import dev.gill.parse.canonical.LinkTargets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The inline markup of an outline. */
final class OrgInline {
  private static final int DEEPEST = 20;

  /** Marks without their other half are looked for up to here: in longer texts for too long. */
  private static final int LONGEST = 20_000;

  private static final Pattern MARKUP =
      Pattern.compile(
          "\\[\\[(?<target>[^\\[\\]]{1,1000})](?:\\[(?<label>(?:[^\\[\\]]|\\[[^\\[\\]]{0,200}]){1,1000})])?]"
              + "|(?<![^\\s\\-(\\['\"{*/_+])(?<mark>[=~])(?<code>\\S|\\S.{0,500}?\\S)\\k<mark>(?![\\p{L}\\p{N}])"
              + "|(?<![^\\s\\-(\\['\"{*/_+])(?<style>[*/_+])(?<styled>[^\\s*/_+]|[^\\s*/_+].{0,500}?\\S)\\k<style>(?![\\p{L}\\p{N}])"
              + "|[<\\[](?<date>\\d{4}-\\d{2}-\\d{2}(?: [^<>\\[\\]\\n]{0,60})?)[>\\]](?<range>--(?=[<\\[]))?"
              + "|\\[fn:(?<note>[\\w-]*)(?::(?<noted>[^\\[\\]]{1,2000}))?]"
              + "|<{2,3}(?<place>[^<>\\n]{1,200})>{2,3}"
              + "|@@(?<export>[\\w-]{1,20}:.{0,500}?)@@"
              + "|\\{\\{\\{(?<macro>[\\w-]{1,60})(?:\\([^{}]{0,300}\\))?}}}"
              + "|(?<=[\\p{L}\\p{N})])(?<raise>[\\^_])\\{(?<raised>[^{}\\n]{1,60})}"
              + "|(?<break>\\\\\\\\[ \\t]*(?=\\n))",
          Pattern.DOTALL);
  private static final Pattern PICTURE =
      Pattern.compile("(?i)\\S+\\.(?:png|jpe?g|gif|svg|webp|bmp)");

  private final LeftOuts leftOut;
  private final Map<String, String> macros = new HashMap<>();

  OrgInline(LeftOuts leftOut) {
    this.leftOut = leftOut;
  }

  /** Takes the definition of a macro: its name and what stands for it. */
  void macro(String definition) {
    String[] parts = definition.split("\\s+", 2);
    if (parts.length == 2 && parts[1].length() < 1000 && parts[1].indexOf('$') < 0) {
      macros.put(parts[0], parts[1]);
    }
  }

  /** One line of text from source lines. */
  Inline of(List<String> lines, int firstLine) {
    String source = String.join("\n", lines);
    Inline line = new Inline().line(firstLine);
    if (source.length() > LONGEST) {
      new Writer(line, firstLine).text(source);
    } else {
      new Writer(line, firstLine).write(source, 0);
    }
    return line;
  }

  private final class Writer {
    private final Inline line;
    private int number;

    Writer(Inline line, int number) {
      this.line = line;
      this.number = number;
    }

    void text(String words) {
      String[] parts = words.split("\n", -1);
      for (int i = 0; i < parts.length; i++) {
        if (i > 0) {
          line.softBreak().line(++number);
        }
        line.text(parts[i]);
      }
    }

    void write(String source, int depth) {
      if (depth > DEEPEST) {
        text(source);
        return;
      }
      int from = 0;
      Matcher markup = MARKUP.matcher(source);
      while (markup.find()) {
        text(source.substring(from, markup.start()));
        int ends = number + (int) markup.group().chars().filter(c -> c == '\n').count();
        markup(markup, depth);
        number = ends;
        line.line(number);
        from = markup.end();
      }
      text(source.substring(from));
    }

    private void markup(Matcher markup, int depth) {
      if (markup.group("target") != null) {
        link(markup.group("target"), markup.group("label"), depth);
      } else if (markup.group("code") != null) {
        text(markup.group("code"));
      } else if (markup.group("style") != null) {
        styled(markup.group("style"), markup.group("styled"), depth);
      } else if (markup.group("date") != null) {
        line.text(markup.group("date").strip() + (markup.group("range") == null ? "" : " – "));
      } else if (markup.group("note") != null) {
        line.raised(noteWords(markup), true);
      } else if (markup.group("raise") != null) {
        boolean power = markup.group("raise").equals("^");
        String words = markup.group("raised");
        if (power) {
          line.raised(words, false);
        } else {
          line.text(words);
        }
      } else if (markup.group("break") != null) {
        line.lineBreak();
      } else {
        other(markup);
      }
    }

    private void other(Matcher markup) {
      String place = markup.group("place");
      String macro = markup.group("macro");
      if (place != null) {
        line.text(markup.group().startsWith("<<<") ? place : "");
      } else if (macro != null) {
        line.text(macros.getOrDefault(macro, macro));
      } else {
        line.omitted();
      }
    }

    private static String noteWords(Matcher markup) {
      String words = markup.group("noted");
      return words == null ? markup.group("note") : words.replace('\n', ' ');
    }

    private void styled(String mark, String words, int depth) {
      if (mark.equals("+")) {
        leftOut.struck();
        line.omitted();
      } else {
        write(words, depth + 1);
      }
    }

    private void link(String target, String label, int depth) {
      String path = target.strip();
      boolean picture = PICTURE.matcher(label == null ? path : label.strip()).matches();
      if (picture) {
        leftOut.picture();
        line.space();
      } else if (label != null) {
        write(label, depth + 1);
        line.target(path);
      } else if (LinkTargets.shown(path).isEmpty()) {
        line.text(path.startsWith("id:") ? "" : path.replaceFirst("^(?:file:)?[*#]?", ""));
      } else {
        line.text(LinkTargets.shown(path));
      }
    }
  }
}
