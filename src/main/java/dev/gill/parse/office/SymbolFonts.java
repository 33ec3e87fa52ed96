package dev.gill.parse.office;

import java.util.Map;
import org.apache.poi.util.StringUtil;

/** Characters of fonts that hold signs in the place of letters. */
public final class SymbolFonts {
  private static final Map<Integer, String> WINGDINGS =
      Map.ofEntries(
          Map.entry(0x28, "☎"),
          Map.entry(0x29, "✆"),
          Map.entry(0x2a, "✉"),
          Map.entry(0x4a, "☺"),
          Map.entry(0x4c, "☹"),
          Map.entry(0x6c, "●"),
          Map.entry(0x6e, "■"),
          Map.entry(0x6f, "☐"),
          Map.entry(0x71, "☐"),
          Map.entry(0x72, "☐"),
          Map.entry(0x78, "☒"),
          Map.entry(0xa8, "☐"),
          Map.entry(0xd8, "➢"),
          Map.entry(0xdf, "←"),
          Map.entry(0xe0, "→"),
          Map.entry(0xe1, "↑"),
          Map.entry(0xe2, "↓"),
          Map.entry(0xe8, "→"),
          Map.entry(0xf0, "⇨"),
          Map.entry(0xfb, "✗"),
          Map.entry(0xfc, "✓"),
          Map.entry(0xfd, "☒"),
          Map.entry(0xfe, "☑"));

  private static final Map<Integer, String> WINGDINGS_2 =
      Map.of(
          0x4f, "✗", 0x50, "✓", 0x51, "☒", 0x52, "☑", 0x53, "☒", 0x54, "☒", 0xa3, "☐", 0x30, "☐");

  private static final int PRIVATE = 0xf000;

  private SymbolFonts() {}

  /** Whether a font holds signs in the place of letters. */
  public static boolean isSymbolic(String font) {
    return font.startsWith("Wingdings") || font.equals("Symbol") || font.equals("Webdings");
  }

  /** The words as a reader sees them in that font; what has no known meaning is left out. */
  public static String seen(String font, String words) {
    StringBuilder seen = new StringBuilder();
    words.codePoints().forEach(c -> seen.append(seen(font, c)));
    return seen.toString();
  }

  /** One character. */
  public static String seen(String font, int character) {
    int low = (character & 0xff00) == PRIVATE ? character & 0xff : character;
    if (low == ' ') {
      return " ";
    }
    return switch (font) {
      case "Wingdings" -> WINGDINGS.getOrDefault(low, "");
      case "Wingdings 2" -> WINGDINGS_2.getOrDefault(low, "");
      case "Symbol" ->
          low > 0xff
              ? Character.toString(low)
              : StringUtil.mapMsCodepointString(Character.toString(PRIVATE + low));
      case "Webdings", "Wingdings 3" -> "";
      default -> Character.isValidCodePoint(low) ? Character.toString(low) : "";
    };
  }
}
