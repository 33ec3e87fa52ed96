package dev.gill.surface.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.gill.Browser;
import dev.gill.surface.SmallHouse;
import dev.gill.surface.SmallTeam;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A real browser that visits the small house, where nothing may go wrong on a page. */
abstract class HouseBrowser {
  static final String QUESTION = "What about the writer before you restore?";
  static final String ASKED = "/?q=What+about+the+writer+before+you+restore%3F";
  static final String NEAR = "/?q=How+long+does+the+writer+stop%3F";
  static final String UNKNOWN = "/?q=zebra";
  static final String RESTORE = "/documents/handbook:runbooks/restore.md";
  static final String EDITED =
      RESTORE + "?revision=1&start=1&end=5&quote=Stop+a+writer+before+you+restore";

  static Browser browser;

  @Inject SmallHouse house;
  @TestHTTPResource URI home;

  @BeforeEach
  void moveIn() {
    SmallTeam.moveInto(house);
    if (browser == null) {
      browser = Browser.open(home.toString().replaceAll("/$", ""));
    }
  }

  @AfterEach
  void nothingWentWrong() {
    if (browser != null) {
      browser.leave();
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
      browser = null;
    }
  }

  /** The page once it shows what it asked for; it says itself while something is under way. */
  static Page settled(Page page) {
    page.locator("body:not(.asking):not(:has([aria-busy=true]))").waitFor();
    return page;
  }
}
