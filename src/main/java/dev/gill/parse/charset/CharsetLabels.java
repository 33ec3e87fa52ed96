package dev.gill.parse.charset;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The encodings that labels stand for, read as browsers read them: a label names the smallest
 * common set, and what is written under it is a larger one. Source: the WHATWG's Encoding Standard.
 */
public final class CharsetLabels {
  private static final Map<String, String> LARGER = new HashMap<>();

  static {
    larger(
        "windows-1252",
        "ascii us-ascii ansi_x3.4-1968 iso-8859-1 iso8859-1 iso88591 iso_8859-1 latin1 latin-1 l1"
            + " cp819 ibm819 cp1252 x-cp1252 ansi");
    larger("windows-1254", "iso-8859-9 iso8859-9 iso88599 iso_8859-9 latin5 l5 cp1254");
    larger("x-windows-874", "iso-8859-11 tis-620 dos-874 windows-874 x-iso-8859-11");
    larger(
        "GB18030",
        "gb2312 gb_2312 gb_2312-80 gbk x-gbk cp936 ms936 windows-936 chinese euc-cn x-euc-cn"
            + " csgb2312 iso-ir-58");
    larger("Big5-HKSCS", "big5 big5-hkscs cn-big5 csbig5 x-x-big5 big-5 cp950 ms950 windows-950");
    larger(
        "windows-31j",
        "shift_jis shift-jis sjis x-sjis ms_kanji csshiftjis ms932 cp932 windows-31j");
    larger(
        "x-windows-949",
        "euc-kr euckr cseuckr korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949"
            + " ms949 cp949 uhc");
    larger("x-MacRoman", "macintosh mac x-mac-roman csmacintosh");
    larger("KOI8-R", "koi8 koi koi8_r koi8-r cskoi8r");
    larger("UTF-8", "utf8 utf-8 unicode-1-1-utf-8 unicode x-unicode20utf8 cp65001");
    larger("UTF-16LE", "utf-16 ucs-2 iso-10646-ucs-2 csunicode unicodefeff");
  }

  private CharsetLabels() {}

  private static void larger(String charset, String labels) {
    for (String label : labels.split(" ")) {
      LARGER.put(label, charset);
    }
  }

  /** Empty for a label that names no encoding. */
  public static Optional<Charset> charset(String label) {
    String name = label.strip().toLowerCase(Locale.ROOT);
    try {
      return Optional.of(Charset.forName(LARGER.getOrDefault(name, name)));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  /**
   * What a label within a markup file stands for. Whoever could read it does not read UTF-16, so
   * that this label is a mistake for UTF-8.
   */
  static Optional<Charset> ofMarkup(String label) {
    return charset(label)
        .map(charset -> charset.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : charset);
  }
}
