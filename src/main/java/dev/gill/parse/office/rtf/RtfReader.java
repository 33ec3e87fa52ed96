package dev.gill.parse.office.rtf;

import dev.gill.parse.canonical.Limits;
import dev.gill.parse.canonical.Refused;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/**
 * Reads Rich Text Format up to version 1.9.1: follows its groups and turns its bytes, whose
 * encoding the fonts decide, into characters.
 */
final class RtfReader {
  private static final Map<String, String> CHARACTERS =
      Map.ofEntries(
          Map.entry("emdash", "—"),
          Map.entry("endash", "–"),
          Map.entry("bullet", "•"),
          Map.entry("lquote", "‘"),
          Map.entry("rquote", "’"),
          Map.entry("ldblquote", "“"),
          Map.entry("rdblquote", "”"),
          Map.entry("emspace", " "),
          Map.entry("enspace", " "),
          Map.entry("qmspace", " "));

  private final RtfTokens tokens;
  private final Limits limits;
  private final RtfSink sink;
  private final RtfFonts fonts = new RtfFonts();
  private final Deque<RtfState> outer = new ArrayDeque<>();
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private final StringBuilder words = new StringBuilder();
  private RtfState state;
  private boolean first;
  private boolean optional;
  private int skip;

  RtfReader(byte[] bytes, Limits limits, RtfSink sink, RtfState state) {
    this.tokens = new RtfTokens(bytes);
    this.limits = limits;
    this.sink = sink;
    this.state = state;
  }

  /** Whether the bytes can be Rich Text Format. */
  static boolean is(byte[] bytes) {
    return new String(bytes, 0, Math.min(bytes.length, 64), StandardCharsets.ISO_8859_1)
        .stripLeading()
        .startsWith("{\\rtf");
  }

  /** Reads all; what a broken file does not close ends with it. */
  void read() {
    for (RtfTokens.Kind kind = tokens.next(); kind != RtfTokens.Kind.END; kind = tokens.next()) {
      switch (kind) {
        case OPEN -> open();
        case CLOSE -> close();
        case WORD -> word(tokens.word());
        case SIGN -> sign((char) tokens.value());
        default -> character(tokens.value());
      }
    }
    while (!outer.isEmpty()) {
      close();
    }
    flush();
  }

  private void open() {
    flush();
    if (outer.size() > limits.depth()) {
      throw Refused.nested();
    }
    outer.push(state);
    state = state.inner();
    first = true;
    optional = false;
    skip = 0;
  }

  private void close() {
    flush();
    skip = 0;
    first = false;
    if (!outer.isEmpty()) {
      RtfState inner = state;
      state = outer.pop();
      sink.close(inner, state);
    }
  }

  private void character(int value) {
    first = false;
    if (skip > 0) {
      skip--;
    } else if (state.destination != RtfState.Destination.SKIPPED) {
      pending.write(value);
    }
  }

  private void sign(char sign) {
    if (sign == '*') {
      optional = true;
      return;
    }
    first = false;
    if (skip > 0) {
      skip--;
      return;
    }
    decode();
    words.append(sign == '~' ? "\u00a0" : sign == '_' ? "-" : "");
  }

  private void word(RtfTokens.Word word) {
    boolean begins = first;
    first = false;
    String character = CHARACTERS.get(word.name());
    if (word.name().equals("u") && word.numbered()) {
      decode();
      words.append(fonts.seen((char) word.value(), state.font));
      skip = state.substitutes;
    } else if (skip > 0) {
      skip--;
    } else if (character != null) {
      decode();
      words.append(character);
    } else {
      flush();
      if (!encoding(word)) {
        sink.word(word, begins, optional, state);
      }
    }
    optional = false;
  }

  /** What decides how bytes are read, which is of no further use. */
  private boolean encoding(RtfTokens.Word word) {
    int value = word.value();
    switch (word.name()) {
      case "ansi" -> fonts.whole("windows-1252");
      case "mac" -> fonts.whole("macintosh");
      case "pc" -> fonts.whole("cp437");
      case "pca" -> fonts.whole("cp850");
      case "ansicpg" -> fonts.page(value);
      case "deff" -> {
        fonts.usual(value);
        state.font = value;
      }
      case "f" -> {
        if (state.destination == RtfState.Destination.FONTS) {
          fonts.begin(value);
        }
        state.font = value;
      }
      case "fcharset" -> fonts.set(value);
      case "cpg" -> fonts.openPage(value);
      case "uc" -> state.substitutes = Math.max(0, value);
      case "plain" -> {
        state.font = fonts.usual();
        return false;
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void decode() {
    if (pending.size() > 0) {
      words.append(fonts.decoded(pending.toByteArray(), state.font));
      pending.reset();
    }
  }

  private void flush() {
    decode();
    if (!words.isEmpty()) {
      if (state.destination == RtfState.Destination.FONTS) {
        fonts.name(words.toString());
      } else {
        sink.text(words.toString(), state);
      }
      words.setLength(0);
    }
  }
}
