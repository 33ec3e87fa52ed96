package dev.gill.parse.office.rtf;

import dev.gill.parse.canonical.Limits;
import dev.gill.parse.office.rtf.RtfState.Destination;
import java.util.Optional;
import java.util.Set;

/** The web page that Outlook keeps within Rich Text Format, as MS-OXRTFEX describes it. */
public final class RtfHtml implements RtfSink {
  private static final Set<String> SKIPPED = Set.of("fonttbl", "colortbl", "stylesheet", "info");

  private final StringBuilder html = new StringBuilder();
  private boolean isHtml;

  private RtfHtml() {}

  /** The page; empty if the bytes hold none. */
  public static Optional<String> of(byte[] bytes, Limits limits) {
    RtfHtml sink = new RtfHtml();
    new RtfReader(bytes, limits, sink, new RtfState()).read();
    return sink.isHtml ? Optional.of(sink.html.toString()) : Optional.empty();
  }

  @Override
  public void text(String words, RtfState state) {
    if (state.noHtml) {
      return;
    }
    if (state.destination == Destination.HTML) {
      html.append(words);
    } else if (state.destination == Destination.TEXT) {
      html.append(words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }
  }

  @Override
  public void word(RtfTokens.Word word, boolean first, boolean optional, RtfState state) {
    String name = word.name();
    if (first && optional && name.equals("htmltag")) {
      state.destination = Destination.HTML;
    } else if (first && (optional || SKIPPED.contains(name))) {
      state.destination = name.equals("fonttbl") ? Destination.FONTS : Destination.SKIPPED;
    } else if (name.equals("fromhtml")) {
      isHtml = word.isOn();
    } else if (name.equals("htmlrtf")) {
      state.noHtml = word.isOn();
    } else if (!state.noHtml && Set.of("par", "line").contains(name)) {
      text("\n", state);
    } else if (!state.noHtml && name.equals("tab")) {
      text("\t", state);
    }
  }

  @Override
  public void close(RtfState inner, RtfState outer) {}
}
