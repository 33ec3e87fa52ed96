package dev.gill.parse.formats;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Extensions that stand after that of the format: {@code .md.erb}, {@code .rst.txt}. */
final class Wrapping {
  /** What template engines call their files. */
  private static final Set<String> TEMPLATES =
      Set.of(
          "erb",
          "j2",
          "jinja",
          "jinja2",
          "tmpl",
          "tpl",
          "template",
          "gotmpl",
          "liquid",
          "njk",
          "twig",
          "hbs",
          "mustache",
          "ejs",
          "tera",
          "in");

  /** What servers and mail programs are given for plain text. */
  private static final String TEXT = "txt";

  private Wrapping() {}

  /** The name without the extension that wraps another; empty if it has none. */
  static Optional<String> inner(String name) {
    int dot = name.lastIndexOf('.');
    String extension = name.substring(dot + 1).toLowerCase(Locale.ROOT);
    boolean wraps = TEMPLATES.contains(extension) || extension.equals(TEXT);
    return wraps && name.lastIndexOf('.', dot - 1) > 0
        ? Optional.of(name.substring(0, dot))
        : Optional.empty();
  }

  /** Whether a file of this name is a template, which may hold tags of its engine. */
  static boolean template(String name) {
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return TEMPLATES.contains(extension);
  }
}
