package dev.gill;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import dev.gill.lab.servers.ChineseFont;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A real Chromium for tests, started once and shared by the tests of a class; close it when done.
 * Every page begins without cookies or storage, and notes what went wrong on it.
 */
public final class Browser implements AutoCloseable {
  private static final List<String> FLAGS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;
  private final String home;
  private final List<String> complaints = new ArrayList<>();

  private Browser(Playwright playwright, Path executable, String home) {
    this.playwright = playwright;
    this.home = home;
    BrowserType.LaunchOptions options =
        new BrowserType.LaunchOptions().setExecutablePath(executable).setArgs(FLAGS);
    if (System.getProperty("test.pictures") != null) {
      options.setEnv(ChineseFont.environment());
    }
    this.chromium = playwright.chromium().launch(options);
  }

  /** How a page is looked at. */
  public enum Look {
    LIGHT(1280, 900, ColorScheme.LIGHT),
    DARK(1280, 900, ColorScheme.DARK),
    PHONE(375, 740, ColorScheme.LIGHT),
    DARK_PHONE(375, 740, ColorScheme.DARK),
    /** A window of 1280 pixels at 200%. */
    LARGE(640, 450, ColorScheme.LIGHT),
    /** The narrowest that a page must fit, which is also a window of 1280 pixels at 400%. */
    NARROW(320, 256, ColorScheme.LIGHT);

    private final int width;
    private final int height;
    private final ColorScheme scheme;

    Look(int width, int height, ColorScheme scheme) {
      this.width = width;
      this.height = height;
      this.scheme = scheme;
    }
  }

  /**
   * Starts Chromium; skips the calling test, saying why, where there is none.
   *
   * @param home the address that pages' paths are taken relative to
   */
  public static Browser open(String home) {
    Optional<Path> executable = executable();
    Assumptions.assumeTrue(
        executable.isPresent(),
        "SKIPPED: no Chromium at /usr/bin/chromium or on the PATH, so no page was looked at"
            + " (Debian: apt-get install chromium)");
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    try {
      return new Browser(playwright, executable.get(), home);
    } catch (RuntimeException e) {
      playwright.close();
      throw e;
    }
  }

  private static Optional<Path> executable() {
    Stream<Path> onPath =
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
            .flatMap(
                folder ->
                    Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)));
    return Stream.concat(Stream.of(Path.of("/usr/bin/chromium")), onPath)
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** A new page at a path, in a profile of its own. */
  public Page visit(String path, Look look) {
    return visit(path, look, "en");
  }

  /**
   * A new page at a path, in a profile of its own.
   *
   * @param language that the browser asks for
   */
  public Page visit(String path, Look look, String language) {
    Page page = page(look, language);
    page.navigate(path);
    return page;
  }

  /** An empty page in a profile of its own. */
  public Page page(Look look, String language) {
    BrowserContext context =
        chromium.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(home)
                .setViewportSize(look.width, look.height)
                .setDeviceScaleFactor(look.width < 600 ? 2 : 1)
                .setColorScheme(look.scheme)
                .setLocale(language)
                .setTimezoneId("UTC")
                .setReducedMotion(ReducedMotion.REDUCE));
    Page page = context.newPage();
    page.onPageError(error -> complaints.add("error: " + error));
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add("console: " + message.text());
          }
        });
    page.onRequest(
        request -> {
          if (!request.url().startsWith(home) && !request.url().startsWith("data:")) {
            complaints.add("left the house for " + request.url());
          }
        });
    return page;
  }

  /** What went wrong on any page since the last call: script errors, refusals, foreign requests. */
  public List<String> complaints() {
    List<String> told = List.copyOf(complaints);
    complaints.clear();
    return told;
  }

  /** Closes all pages, so that none of them goes on asking. */
  public void leave() {
    List.copyOf(chromium.contexts()).forEach(BrowserContext::close);
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }
}
