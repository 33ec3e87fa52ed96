package dev.gill.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.gill.Browser;
import dev.gill.Browser.Look;
import dev.gill.lab.campaign.GillProcess;
import dev.gill.lab.servers.Real;
import dev.gill.lab.servers.RealDokuWiki;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A new colleague's question that only the wiki answers, asked on the page, and the wiki's own page
 * behind the answer's link. With {@code -Dgill.pictures=FOLDER} both are kept as pictures.
 */
class WikiQuestionIT {
  private static final String PAGE =
      """
      ====== Backups ======
      Every system of ours is copied to the second data centre, and Noor looks after it.
      ===== How long copies are kept =====
      ^ System ^ Copied ^ Kept for ^
      | Wiki | every hour | 35 days |
      | Mailboxes | every night | 90 days |
      | Build server | never | nothing to keep |
      ===== Restoring =====
      Write to the operators with the name of the page or the message, and the day from which you want it back.
      """;

  @TempDir Path work;

  @Test
  void aQuestionIsAnsweredFromTheWikiAndItsLinkOpensTheSection() throws Exception {
    try (RealDokuWiki wiki =
            Real.orSkip(() -> RealDokuWiki.start(Files.createDirectories(work.resolve("wiki"))));
        GillProcess gill = follow(wiki);
        Browser browser = Browser.open(gill.address().toString())) {
      wiki.write("ops:backups", PAGE);
      wiki.write("ops:deploy", "====== Deploys ======\nWe deploy on weekdays until four.");
      gill.awaitInStep(Instant.now().plusSeconds(2));

      Page ask = browser.visit("/", Look.LIGHT);
      ask.locator("#question").fill("How long are backups of the mailboxes kept?");
      ask.locator("#question").press("Enter");
      assertThat(ask.locator(".answer")).containsText("90 days");
      picture(ask, "wiki-answer.png");

      String link = ask.locator("a.original").first().getAttribute("href");
      assertThat(link).startsWith(wiki.url()).endsWith("#how_long_copies_are_kept");
      Page original = browser.page(Look.LIGHT, "en");
      original.navigate(link);
      assertThat(original.locator("#how_long_copies_are_kept")).isVisible();
      assertThat(original.locator("body")).containsText("90 days");
      picture(original, "wiki-page.png");
    }
  }

  private GillProcess follow(RealDokuWiki wiki) throws Exception {
    return GillProcess.start(
        Files.createDirectories(work.resolve("gill")),
        Path.of("target", "quarkus-app", "quarkus-run.jar"),
        Path.of("models"),
        Map.of(
            "type",
            "dokuwiki",
            "url",
            wiki.url(),
            "internal-hosts",
            URI.create(wiki.url()).getAuthority(),
            "username",
            RealDokuWiki.ADMIN,
            "password",
            RealDokuWiki.ADMIN_PASSWORD,
            "every",
            "1s"));
  }

  private static void picture(Page page, String name) {
    String folder = System.getProperty("gill.pictures", "");
    if (!folder.isEmpty()) {
      page.setViewportSize(900, 700);
      page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, name)));
    }
  }
}
