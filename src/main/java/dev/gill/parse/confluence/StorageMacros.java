package dev.gill.parse.confluence;

import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** What a reader sees of a macro: most show their body, some their parameters, others nothing. */
final class StorageMacros {
  /** Drawings, which are kept as pictures. */
  private static final Set<String> PICTURES =
      Set.of("drawio", "inc-drawio", "drawio-sketch", "gliffy", "lucidchart", "balsamiq", "chart");

  /** What a style sheet or a script is written in. */
  private static final Set<String> UNSEEN = Set.of("style", "css", "javascript", "script");

  private final StorageHtml html;
  private final CanonicalText text;

  StorageMacros(StorageHtml html, CanonicalText text) {
    this.html = html;
    this.text = text;
  }

  void write(Element macro) {
    String name = macro.attr("ac:name");
    if (UNSEEN.contains(name)) {
      return;
    }
    if (parameter(macro, "hidden").equals("true")) {
      text.leftOut(LeftOut.Kind.HIDDEN);
      return;
    }
    switch (name) {
      case "code", "noformat" -> code(macro);
      case "expand" -> expand(macro);
      case "status" -> label(parameter(macro, "title"));
      case "jira" -> label(parameter(macro, "key"));
      case "quote" -> body(macro, "blockquote");
      case "html" -> html.raw(Jsoup.parseBodyFragment(plain(macro)).body().html());
      case "toc" -> text.leftOut(LeftOut.Kind.CONTENTS);
      case "mathinline", "mathblock" -> label(parameter(macro, "body") + plain(macro));
      case "include", "excerpt-include", "includeplus", "multiexcerpt-include" -> included(macro);
      default -> other(name, macro);
    }
  }

  private void other(String name, Element macro) {
    if (!bodies(macro)) {
      if (PICTURES.contains(name)) {
        text.leftOut(LeftOut.Kind.PICTURE);
      }
      link(macro);
      return;
    }
    String title = parameter(macro, "title");
    boolean block = macro.selectFirst("> ac|rich-text-body > *") != null || !plain(macro).isBlank();
    if (block && !title.isBlank()) {
      html.raw("<p>");
      html.words(title);
      html.raw("</p>");
    }
    if (plain(macro).isBlank()) {
      body(macro, block ? "div" : "span");
    } else {
      pre("", plain(macro));
    }
  }

  /** What shows another site says at least which. */
  private void link(Element macro) {
    String url = parameter(macro, "url");
    if (url.startsWith("https://") || url.startsWith("http://")) {
      html.raw("<a");
      html.attribute("href", url);
      html.raw(">");
      html.words(url);
      html.raw("</a>");
    }
  }

  /** The source fills in what this page may show; of all else its name stands here. */
  private void included(Element macro) {
    if (bodies(macro)) {
      body(macro, "div");
      return;
    }
    String page =
        macro.select("ac|parameter").stream()
            .map(StorageMacros::named)
            .flatMap(Optional::stream)
            .findFirst()
            .orElse("");
    html.words(page);
  }

  private void expand(Element macro) {
    String title = parameter(macro, "title");
    if (title.isBlank()) {
      body(macro, "div");
      return;
    }
    html.raw("<details><summary>");
    html.words(title);
    html.raw("</summary>");
    body(macro, "div");
    html.raw("</details>");
  }

  private void code(Element macro) {
    String title = parameter(macro, "title");
    if (!title.isBlank()) {
      html.raw("<p>");
      html.words(title);
      html.raw("</p>");
    }
    pre(parameter(macro, "language"), plain(macro));
  }

  private void pre(String language, String lines) {
    html.raw("<pre");
    if (!language.isBlank() && !language.equals("none")) {
      html.attribute("class", "language-" + language.strip());
    }
    html.raw(">");
    html.words(lines.startsWith("\n") ? "\n" + lines : lines);
    html.raw("</pre>");
  }

  private void label(String words) {
    html.apart();
    html.raw("<span>");
    html.words(words);
    html.raw("</span>");
  }

  private void body(Element macro, String tag) {
    for (Element part : macro.children()) {
      if (part.normalName().equals("ac:rich-text-body")) {
        html.within(tag, part);
      }
    }
  }

  private static boolean bodies(Element macro) {
    return macro.children().stream()
        .anyMatch(
            part ->
                part.normalName().equals("ac:rich-text-body")
                    || part.normalName().equals("ac:plain-text-body"));
  }

  private static String plain(Element macro) {
    return child(macro, "ac:plain-text-body");
  }

  private static String parameter(Element macro, String name) {
    return macro.children().stream()
        .filter(part -> part.normalName().equals("ac:parameter"))
        .filter(part -> part.attr("ac:name").equals(name))
        .map(Element::wholeText)
        .findFirst()
        .orElse("");
  }

  static String child(Element parent, String name) {
    return parent.children().stream()
        .filter(part -> part.normalName().equals(name))
        .map(Element::wholeText)
        .findFirst()
        .orElse("");
  }

  /** What something refers to, as a reader would call it. */
  static Optional<String> named(Element reference) {
    return reference.getAllElements().stream()
        .map(
            part ->
                switch (part.normalName()) {
                  case "ri:page", "ri:blog-post" -> part.attr("ri:content-title");
                  case "ri:attachment" -> part.attr("ri:filename");
                  case "ri:user" -> part.attr("ri:display-name");
                  case "ri:space" -> part.attr("ri:space-key");
                  case "ri:shortcut" -> part.attr("ri:parameter");
                  default -> "";
                })
        .filter(name -> !name.isBlank())
        .findFirst();
  }
}
