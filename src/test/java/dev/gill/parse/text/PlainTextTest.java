package dev.gill.parse.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.parse.Document;
import dev.gill.parse.ParseException;
import dev.gill.parse.Samples;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {
  @Test
  void wrappedLinesAreJoinedAndWhatWasLaidOutByHandIsKept() throws ParseException {
    assertThat(Samples.parsed("handbook.txt").text())
        .isEqualTo(
            """
            # Restoring the archive

            The archive is kept for ninety days. Whoever needs a file that is older than that asks \
            the operations team, in writing, and names the owner of the data.

            Dear colleagues,

            the cellar is locked on Sundays.

            - Ask the owner of the data, who has to agree in writing before anybody touches a tape.
            - Check the disk.
              - at least 40 GB free

            归档保存九十天，需要更早的文件时请先联系负责人，并说明文件的名称、日期和用途，然后再恢复。

            ```
            Kind        Days      Place
            Mail        90        cellar
            Files       365       attic
            ```

            ```
            mount /dev/sdb1 /restore
              --read-only
            ```

            1. Stop the service.
            2. Copy the files.""");
  }

  @Test
  void everyPassageKnowsItsLine() throws ParseException {
    Document document = Samples.parsed("handbook.txt");

    assertThat(Samples.position(document, "than that asks")).isEqualTo("line 5");
    assertThat(Samples.position(document, "touches a tape")).isEqualTo("line 12");
    assertThat(Samples.position(document, "Mail")).isEqualTo("line 20");
    assertThat(Samples.position(document, "  --read-only")).isEqualTo("line 24");
  }

  @ParameterizedTest
  @CsvSource({
    "GB18030, 归档保存九十天，请先联系负责人。",
    "GB18030, 请假",
    "Big5, 伺服器的備份每天凌晨兩點執行一次，保留三十天。",
    "Big5, 請假需要提前三天申請。",
    "Shift_JIS, サーバーのバックアップは毎日午前二時に実行されます。",
    "EUC-KR, 서버 백업은 매일 새벽 두 시에 실행됩니다.",
    "windows-1251, Резервная копия создаётся каждую ночь в два часа.",
    "windows-1250, 'Zálohy se uchovávají třicet dní, poté jsou smazány.'",
    "windows-1252, Price: 40 £ – naïve",
    "UTF-8, 归档保存九十天，请先联系负责人。",
    "UTF-16, 归档保存九十天，请先联系负责人。",
    "UTF-16LE, The archive is kept for ninety days.",
    "windows-1252, 'Der Schlüssel für den Keller – größer als üblich – hängt im Café.'",
    "windows-1252, 'Le café est fermé : « à bientôt », déjà prévu…'",
  })
  void theEncodingIsTold(String charset, String words) throws ParseException {
    Document document = Samples.parsed("note.txt", words.getBytes(Charset.forName(charset)));

    assertThat(document.text()).isEqualTo(words);
  }

  @Test
  void aByteOrderMarkIsNoText() throws ParseException {
    byte[] marked = "\ufeffHello.".getBytes(StandardCharsets.UTF_8);

    assertThat(Samples.parsed("note.txt", marked).text()).isEqualTo("Hello.");
  }

  @Test
  void textThatIsIndentedThroughoutIsProse() throws ParseException {
    assertThat(Samples.parsed("rfc.txt", "      One two.\n\n      Three four.\n").text())
        .isEqualTo("One two.\n\nThree four.");
  }
}
