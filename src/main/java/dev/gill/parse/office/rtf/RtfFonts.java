package dev.gill.parse.office.rtf;

import dev.gill.parse.charset.CharsetLabels;
import dev.gill.parse.office.SymbolFonts;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** In which encoding the bytes of each font are, as the table of fonts says. */
final class RtfFonts {
  /** By the number of a font's character set, as in Windows. */
  private static final Map<Integer, String> CHARSETS =
      Map.ofEntries(
          Map.entry(77, "macintosh"),
          Map.entry(128, "cp932"),
          Map.entry(129, "cp949"),
          Map.entry(134, "cp936"),
          Map.entry(136, "cp950"),
          Map.entry(161, "windows-1253"),
          Map.entry(162, "windows-1254"),
          Map.entry(163, "windows-1258"),
          Map.entry(177, "windows-1255"),
          Map.entry(178, "windows-1256"),
          Map.entry(186, "windows-1257"),
          Map.entry(204, "windows-1251"),
          Map.entry(222, "windows-874"),
          Map.entry(238, "windows-1250"),
          Map.entry(255, "cp437"));

  private static final Charset WESTERN = Charset.forName("windows-1252");
  private static final int SYMBOLS = 2;

  private static final class Font {
    private final StringBuilder name = new StringBuilder();
    private int set = 1;
    private int page;
  }

  private final Map<Integer, Font> fonts = new HashMap<>();
  private Charset whole = WESTERN;
  private int usual;
  private Font open = new Font();

  /** The encoding of what no font says otherwise of. */
  void whole(String label) {
    whole = CharsetLabels.charset(label).orElse(whole);
  }

  void page(int page) {
    whole = ofPage(page).orElse(whole);
  }

  void usual(int font) {
    usual = font;
  }

  int usual() {
    return usual;
  }

  /** The entry of this font begins. */
  void begin(int font) {
    open = fonts.computeIfAbsent(font, f -> new Font());
  }

  void set(int set) {
    open.set = set;
  }

  void openPage(int page) {
    open.page = page;
  }

  void name(String words) {
    open.name.append(words);
  }

  /** The characters that these bytes are in a font. */
  String decoded(byte[] bytes, int font) {
    Font known = fonts.get(font);
    if (known != null && (known.set == SYMBOLS || SymbolFonts.isSymbolic(name(known)))) {
      StringBuilder seen = new StringBuilder();
      for (byte each : bytes) {
        seen.append(SymbolFonts.seen(name(known), each & 0xff));
      }
      return seen.toString();
    }
    return new String(bytes, known == null ? whole : charset(known));
  }

  /** A character in Unicode as a reader sees it; fonts of signs have theirs in a private area. */
  String seen(char c, int font) {
    boolean isPrivate = (c & 0xff00) == 0xf000;
    String name = fonts.containsKey(font) ? name(fonts.get(font)) : "";
    if (!isPrivate) {
      return Character.toString(c);
    }
    return SymbolFonts.seen(SymbolFonts.isSymbolic(name) ? name : "Symbol", c);
  }

  private Charset charset(Font font) {
    if (font.page > 0) {
      return ofPage(font.page).orElse(whole);
    }
    return Optional.ofNullable(CHARSETS.get(font.set))
        .flatMap(CharsetLabels::charset)
        .orElse(whole);
  }

  private static String name(Font font) {
    return font.name.toString().replace(";", "").strip();
  }

  private static Optional<Charset> ofPage(int page) {
    return CharsetLabels.charset("windows-" + page).or(() -> CharsetLabels.charset("cp" + page));
  }
}
