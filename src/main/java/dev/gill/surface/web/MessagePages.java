package dev.gill.surface.web;

import dev.gill.surface.Languages;
import dev.gill.surface.Texts;
import io.quarkus.qute.Template;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Pages that say one thing, in the language that a request accepts. */
@Singleton
class MessagePages {
  private final Template message;
  private final Languages languages;

  @Inject
  MessagePages(Template message, Languages languages) {
    this.message = message;
    this.languages = languages;
  }

  String nothingHere(String accepted) {
    Texts t = languages.of(accepted);
    return page(t, t.of("message.nothing"), t.of("message.nothing.text"));
  }

  /** Says the same whether the document is absent or the reader may not know of it. */
  String gone(String accepted) {
    Texts t = languages.of(accepted);
    return page(t, t.of("message.gone"), t.of("message.gone.text"));
  }

  /** What it is about is not said. */
  String notAllowed(String accepted) {
    Texts t = languages.of(accepted);
    return page(t, t.of("message.notallowed"), t.of("message.notallowed.text"));
  }

  String failed(String accepted, String errorId) {
    Texts t = languages.of(accepted);
    return page(t, t.of("message.failed"), t.with("message.failed.text", errorId));
  }

  private String page(Texts t, String heading, String text) {
    return message.data("t", t).data("heading", heading).data("text", text).render();
  }
}
