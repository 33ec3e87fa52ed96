package dev.gill.parse.charset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.parse.ParseException;
import dev.gill.parse.Samples;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class EncodingsTest {
  private static final String[][] SIMPLIFIED = {
    {"前台负责人是赵喆，分机 8125。"},
    {"会议室需要提前预订。"},
    {"仓库钥匙由陈经理保管，分机是 3321。", "仓库每天早上八点开门，下午六点关门。", "最后离开的人要关灯锁门。"},
    {"Redis 的备份保留三十天。"},
    {"VPN 证书每年三月更换一次，请联系网络组。", "打印机卡纸时先关闭电源，再打开后盖。"},
  };
  private static final String[][] TRADITIONAL = {
    {"倉庫鑰匙由陳經理保管，分機是 3321。"},
    {"請假需要提前三天申請。"},
    {"會議室在三樓，請勿飲食。"},
    {"倉庫管理辦法", "倉庫鑰匙由陳經理保管，分機是 3321。", "最後一個離開的人請把燈關掉並鎖門。"},
    {"印表機卡紙時請先關閉電源，再打開後蓋取出紙張。"},
  };
  private static final String[][] JAPANESE = {
    {"サーバーのバックアップは毎日午前二時に実行されます。"},
    {"会議室の予約は三日前までに。"},
    {"鍵は田中さんが持っています。", "倉庫は朝八時に開きます。"},
    {"印刷用紙が足りないときは総務部に連絡してください。"},
  };
  private static final String[][] KOREAN = {
    {"서버 백업은 매일 새벽 두 시에 실행됩니다."},
    {"회의실 예약은 사흘 전까지 하십시오."},
    {"창고 열쇠는 김 과장이 보관합니다.", "마지막으로 나가는 사람이 불을 끕니다."},
  };
  private static final String[][] WESTERN = {
    {"The café opens at 7:30."},
    {"A pallet costs €18 – the “blue” ones €23."},
    {"Der Schlüssel hängt im Büro."},
    {"Le café est fermé : « à bientôt », déjà prévu…"},
    {"La reunión es mañana a las 9, ¿quién trae el café?"},
    {"Große Öfen dürfen nur geöffnet werden, wenn sie abgekühlt sind.", "Fragen an Jörg."},
    {"Smörgåsbord på fredag; øl følger ikke med."},
    {"It’s 5°C outside"},
  };
  private static final String[][] CYRILLIC = {
    {"Резервная копия создаётся каждую ночь в два часа."},
    {"Ключ от склада у Петрова."},
    {"Склад открыт с восьми до шести.", "Последний выключает свет и закрывает дверь."},
    {"Звоните Анне."},
  };
  private static final String[][] CENTRAL = {
    {"Zálohy se uchovávají třicet dní, poté jsou smazány."},
    {"Klucz do magazynu ma pani Łucja, a drugi leży w księgowości."},
  };

  static Stream<Arguments> matrix() {
    return Stream.of(
            of("GB18030 GBK", SIMPLIFIED),
            of("UTF-16LE UTF-16BE UTF-8", SIMPLIFIED),
            of("Big5 Big5-HKSCS GB18030 UTF-16LE", TRADITIONAL),
            of("Shift_JIS windows-31j EUC-JP ISO-2022-JP UTF-16LE", JAPANESE),
            of("EUC-KR x-windows-949 UTF-16BE", KOREAN),
            of("windows-1252 UTF-16LE", WESTERN),
            of("windows-1251 KOI8-R IBM866 UTF-16LE", CYRILLIC),
            of("windows-1250", CENTRAL))
        .flatMap(all -> all);
  }

  private static Stream<Arguments> of(String charsets, String[][] texts) {
    return Stream.of(charsets.split(" "))
        .flatMap(
            charset ->
                Stream.of(texts).map(text -> Arguments.of(charset, String.join("\n\n", text))));
  }

  @ParameterizedTest
  @MethodSource("matrix")
  void anEncodingIsRecognized(String charset, String words) throws ParseException {
    assertThat(read("note.txt", words.getBytes(Charset.forName(charset)))).isEqualTo(words);
  }

  @ParameterizedTest
  @MethodSource("matrix")
  void longTextIsRecognizedToo(String charset, String words) throws ParseException {
    String whole = (words + "\n\n").repeat(60).strip();
    assertThat(read("note.txt", whole.getBytes(Charset.forName(charset)))).isEqualTo(whole);
  }

  @ParameterizedTest
  @CsvSource({
    "gb2312, GB18030, 前台赵喆和朱镕",
    "GBK, GBK, 前台赵喆",
    "iso-8859-1, windows-1252, “18 €” – sold",
    "ISO8859-1, windows-1252, “18 €” – sold",
    "ascii, windows-1252, café – naïve",
    "latin1, windows-1252, 18 €",
    "iso-8859-9, windows-1254, Şişli’de kahve 18 €",
    "shift_jis, windows-31j, 髙橋①",
    "x-sjis, windows-31j, ㈱山田",
    "euc-kr, x-windows-949, 똠방각하",
    "ks_c_5601-1987, x-windows-949, 펲시콜라",
    "big5, Big5-HKSCS, 陳經理",
    "iso-2022-jp, ISO-2022-JP, 田中さん",
    "windows-1251, windows-1251, Ключ",
    "koi8-r, KOI8-R, Ключ",
    "utf-16, UTF-8, Zoë – €5",
    "gb2312, UTF-8, 前台负责人",
    "iso-8859-1, UTF-8, Zoë hält den Schlüssel",
    "x-unknown, UTF-8, Zoë",
    "big5, GB18030, 会议室需要提前预订，请联系前台负责人。",
  })
  void aLabelMeansWhatABrowserTakesItFor(String label, String charset, String words)
      throws Exception {
    byte[] encoded = words.getBytes(Charset.forName(charset));
    String meta = "<html><head><meta charset=" + label + "></head><body><p>";
    String http =
        "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset="
            + label
            + "\"></head><body><p>";

    assertThat(read("page.html", around(meta, encoded, "</p></body></html>"))).isEqualTo(words);
    assertThat(read("page.html", around(http, encoded, "</p></body></html>"))).isEqualTo(words);
    if (!label.equals("utf-16") && !label.equals("ascii")) {
      String head =
          "From: a@example.org\nSubject: One\nMIME-Version: 1.0\nContent-Transfer-Encoding: 8bit\n"
              + "Content-Type: text/plain; charset=\""
              + label
              + "\"\n\n";
      assertThat(read("one.eml", around(head, encoded, "\n"))).endsWith("\n\n" + words);
    }
  }

  private static byte[] around(String before, byte[] inner, String after) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(before.getBytes(StandardCharsets.US_ASCII));
    all.writeBytes(inner);
    all.writeBytes(after.getBytes(StandardCharsets.US_ASCII));
    return all.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The café of Zoë – naïve.",
        "前台负责人是赵喆，分机 8125。",
        "Резервная копия создаётся каждую ночь."
      })
  void oneStrayByteIsOneReplacementCharacter(String words) throws ParseException {
    byte[] stray = new byte[] {'e', 'n', 'd', ' ', (byte) 0xe9, '.'};
    byte[] bytes = around("", words.getBytes(StandardCharsets.UTF_8), " ");
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(bytes);
    all.writeBytes(stray);

    assertThat(read("note.txt", all.toByteArray())).isEqualTo(words + " end \ufffd.");
  }

  @Test
  void aStrayByteFarDownInAPlainFileDoesNotTurnIt() throws ParseException {
    String many = "Nothing to see here at all.\n\n".repeat(4000);
    byte[] text = (many + "Zoë and Jürgen – naïve.").getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(text);
    all.write(0x96);

    assertThat(read("note.txt", all.toByteArray())).endsWith("Zoë and Jürgen – naïve.\ufffd");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Der SchlÃ¼ssel hÃ¤ngt im BÃ¼ro.",
        "A pallet costs â‚¬18 â€“ the â€œblueâ€\u009d ones.",
        "锟斤拷锟斤拷锟斤拷",
        "a \ufffd\ufffd\ufffd\ufffd b",
        "浠撳簱绠＄悊鍔炴硶",
        "Ð¡ÐºÐ»Ð°Ð´ Ð¾Ñ‚ÐºÑ€Ñ‹Ñ‚",
      })
  void garbledTextIsRefused(String garbled) {
    for (String name : new String[] {"note.md", "note.txt"}) {
      assertThatThrownBy(() -> Samples.parsed(name, garbled))
          .isInstanceOf(ParseException.class)
          .hasMessageContaining("garbled")
          .hasMessageContaining("save it as UTF-8");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "If you see \"Ã¤\" the encoding is wrong.\n\nSave it as UTF-8 – always.\n\nZoë knows.",
        "Ärger mit Übergrößen, Öl und Äpfeln",
        "São Paulo: Ação, Índice, Ângulo",
        "Ψηφιακή υπογραφή",
        "CAFÉ ZOË ÀÉÎÕÜ",
      })
  void rareLettersAreNotGarbled(String words) throws ParseException {
    assertThat(read("note.txt", words.getBytes(StandardCharsets.UTF_8))).isEqualTo(words);
  }

  private static String read(String name, byte[] bytes) throws ParseException {
    return Samples.parsed(name, bytes).text();
  }
}
