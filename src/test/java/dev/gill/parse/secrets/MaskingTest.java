package dev.gill.parse.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.Anchor;
import dev.gill.model.Block;
import dev.gill.model.Content;
import dev.gill.model.LeftOut;
import dev.gill.model.Place;
import dev.gill.parse.Document;
import dev.gill.parse.Headed;
import dev.gill.parse.formats.Formats;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is masked, what stays, and that everything around it stays where it was. */
@Tag("slow")
final class MaskingTest {
  private static final Path EXAMPLES = Path.of("src", "test", "resources", "secrets");

  /** Secrets stand between angle quotes. */
  static List<String> secrets() throws IOException {
    return Files.readAllLines(EXAMPLES.resolve("masked.txt"));
  }

  static List<String> ordinary() throws IOException {
    return Files.readAllLines(EXAMPLES.resolve("ordinary.txt"));
  }

  private static Document parsed(String name, String text) throws Exception {
    return new Formats().parse(Content.file(name, text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String masked(String line) {
    return SecretFinder.in(line, List.of()).stream()
        .map(span -> line.substring(span.start(), span.end()))
        .collect(Collectors.joining("|"));
  }

  @ParameterizedTest
  @MethodSource("secrets")
  void aSecretIsMaskedAndNothingElse(String line) {
    String secret = line.substring(line.indexOf('«') + 1, line.indexOf('»'));
    assertThat(masked(line.replaceAll("[«»]", ""))).isEqualTo(secret);
  }

  @ParameterizedTest
  @MethodSource("ordinary")
  void whatIsNoSecretStays(String line) {
    assertThat(masked(line)).isEmpty();
  }

  @Test
  void aPrivateKeyIsMaskedBetweenItsMarks() throws Exception {
    String key = "MIIEpAIBAAKCAQEA7Zk1LmN8vRt2WxY4bCd7Xv3RtYw2BnCq5Hj8Q1kd93LmZpX\n".repeat(12);
    Document document =
        Masking.of(
            parsed(
                "key.md",
                "# Key\n\n```\n-----BEGIN RSA PRIVATE KEY-----\n%s-----END RSA PRIVATE KEY-----\n```\n\nKeep it safe.\n"
                    .formatted(key)));

    assertThat(document.text())
        .isEqualTo(
            "# Key\n\n```\n-----BEGIN RSA PRIVATE KEY-----\n%s\n-----END RSA PRIVATE KEY-----\n```\n\nKeep it safe."
                .formatted(Masking.MASK));
    assertThat(document.leftOut()).containsExactly(new LeftOut("document", LeftOut.Kind.SECRET, 1));
  }

  @Test
  void blocksHeadingsAndPlacesStayAtTheirText() throws Exception {
    String text =
        "# Wi-Fi, password: tulip-88!\n\nFirst.\n\nPassword: Hunter2day\n\n| Room | Password |\n|---|---|\n| Blue | k1teRunner |\n| Red | none |\n\n## Printer\n\nSecond.\n";
    Document before = parsed("wifi.md", text);
    Document after = Masking.of(before);

    assertThat(after.text()).doesNotContain("tulip", "Hunter2day", "k1teRunner").contains("none");
    assertThat(after.blocks()).hasSameSizeAs(before.blocks());
    for (int i = 0; i < before.blocks().size(); i++) {
      String was = at(before, before.blocks().get(i));
      String is = at(after, after.blocks().get(i));
      assertThat(is).isEqualTo(was.replaceAll("tulip-88!|Hunter2day|k1teRunner", Masking.MASK));
      assertThat(after.blocks().get(i).kind()).isEqualTo(before.blocks().get(i).kind());
    }
    assertThat(after.blocks().get(1).headings())
        .containsExactly("Wi-Fi, password: " + Masking.MASK);
    assertThat(after.title()).contains("Wi-Fi, password: " + Masking.MASK);
    int second = after.text().indexOf("Second.");
    assertThat(Anchor.locate(after.anchors(), second)).contains(new Place.Line(14));
    assertThat(after.leftOut().getLast().count()).isEqualTo(3);
  }

  private static String at(Document document, Headed block) {
    return document.text().substring(block.start(), block.end());
  }

  @Test
  void aDocumentWithoutSecretsIsTheSameObject() throws Exception {
    Document document = parsed("a.md", "# Passwords\n\nThe password is changed every 90 days.\n");
    assertThat(Masking.of(document)).isSameAs(document);
  }

  @Test
  void aLongTextTakesNoLongerThanItsLength() throws Exception {
    String line =
        "password: " + "a1-".repeat(3000) + " -----BEGIN PRIVATE KEY----- " + "key=".repeat(500);
    String text = (line + "\n").repeat(150);
    long begun = System.nanoTime();
    SecretFinder.in(
        text, List.of(new Headed(new Block(Block.Kind.CODE, 0, text.length()), List.of())));
    assertThat(System.nanoTime() - begun).isLessThan(10_000_000_000L);
  }
}
