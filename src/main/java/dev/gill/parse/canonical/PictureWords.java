package dev.gill.parse.canonical;

import java.util.regex.Pattern;

/** What an author wrote in the place of a picture that stands by itself. */
public final class PictureWords {
  /** Editors and habit fill these in; they say that there is a picture, and not of what. */
  private static final Pattern SAYS_NOTHING =
      Pattern.compile(
          "(?iU)(?:alt(?:ernative)?(?:[ _-]*text)?|imgs?|images?|pictures?|pics?|photos?"
              + "|screen[ _-]?shots?|figures?|图片|图像|截图|截屏|bild|imagen?)[\\s_:.-]*\\d*"
              + "|[\\w.-]+\\.(?:png|jpe?g|gif|svg|webp|bmp)");

  private PictureWords() {}

  /** The words, or none where they do not say what the picture shows. */
  public static String of(String alternative) {
    String words = alternative.strip();
    return SAYS_NOTHING.matcher(words).matches() ? "" : words;
  }
}
