package dev.gill.parse.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class TesseractTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final BufferedImage BLANK =
      new BufferedImage(20, 10, BufferedImage.TYPE_BYTE_GRAY);

  @TempDir Path folder;

  /** A program that stands in for Tesseract: it knows two languages and prints what it is told. */
  private Path standIn(String reading) throws IOException {
    Path program = folder.resolve("tesseract");
    Files.writeString(
        program,
        """
        #!/bin/sh
        if [ "$1" = --list-langs ]; then
          printf 'List of available languages (3):\\nchi_sim\\neng\\nosd\\n'
          exit
        fi
        %s
        """
            .formatted(reading));
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    return program;
  }

  private static String word(int paragraph, int line, int left, double sure, String words) {
    return "5\\t1\\t1\\t%d\\t%d\\t1\\t%d\\t%d\\t60\\t20\\t%s\\t%s\\n"
        .formatted(paragraph, line, left, 100 * line, sure, words);
  }

  @Test
  void wordsBecomeLinesAndGapsPartThem() throws IOException {
    Path program =
        standIn(
            "cat > /dev/null; printf '"
                + word(1, 1, 10, 96, "Berth")
                + word(1, 1, 75, 91.5, "4")
                + word(1, 1, 400, 95, "free")
                + word(2, 2, 10, 12, "~#")
                + word(3, 3, 10, 90, "泊")
                + word(3, 3, 75, 90, "位")
                + "'");

    assertThat(Tesseract.of(program, LONG).lines(BLANK))
        .extracting(RecognizedLine::paragraph, RecognizedLine::words, line -> line.parts().size())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1, "Berth 4 free", 2),
            org.assertj.core.groups.Tuple.tuple(2, "泊位", 1));
  }

  @Test
  void itIsGivenThePictureAndTheLanguagesThatAreInstalled() throws IOException {
    Path seen = folder.resolve("seen");
    Path program = standIn("echo \"$@\" > '%s'; head -c 12 >> '%s'".formatted(seen, seen));
    Tesseract.of(program, LONG).lines(BLANK);
    assertThat(seen).content().isEqualTo("stdin stdout -l eng+chi_sim --psm 1 tsv\nP5 20 10 255");
  }

  @Test
  void itIsFoundInTheFirstFolderThatHoldsIt() throws IOException {
    assertThat(Tesseract.found(folder + ":/nowhere").isThere()).isFalse();
    standIn("");
    assertThat(Tesseract.found("/nowhere:" + folder).isThere()).isTrue();
  }

  @Test
  void aProgramThatFailsOrHangsIsGivenUp() throws IOException {
    Recognition failing = Tesseract.of(standIn("exit 3"), LONG);
    assertThatThrownBy(() -> failing.lines(BLANK)).isInstanceOf(IOException.class);

    Path program = standIn("exec sleep 60");
    Recognition hanging = Tesseract.of(program, Duration.ofSeconds(1));
    assertThatThrownBy(() -> hanging.lines(BLANK))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("too long");
  }

  @Test
  void whatIsNoTableOfWordsIsAFailure() throws IOException {
    Path program = standIn("printf '" + word(1, 1, 10, 96, "a").replace("20", "x") + "'");
    Recognition broken = Tesseract.of(program, LONG);
    assertThatThrownBy(() -> broken.lines(BLANK)).isInstanceOf(IOException.class);
  }

  @Test
  void theInstalledOneReadsWhatAPictureShows() throws IOException {
    assumeTrue(Tesseract.installed().isThere(), "Tesseract is not installed on this machine");
    BufferedImage picture = new BufferedImage(900, 200, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.setColor(Color.BLACK);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 40));
    graphics.drawString("The harbour opens at seven.", 40, 80);
    graphics.dispose();

    assertThat(Tesseract.installed().lines(picture))
        .extracting(RecognizedLine::words)
        .containsExactly("The harbour opens at seven.");
  }
}
