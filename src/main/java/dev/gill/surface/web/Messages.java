package dev.gill.surface.web;

import io.quarkus.qute.Template;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Pages that say one thing. */
@Singleton
class Messages {
  private final Template message;

  @Inject
  Messages(Template message) {
    this.message = message;
  }

  String nothingHere() {
    return page("Nothing here", "There is no page at this address. Ask a question instead?");
  }

  /** Says the same whether the document is absent or the reader may not know of it. */
  String gone() {
    return page(
        "Gone",
        "There is no document here that you may read. It may have been deleted, moved or renamed"
            + " since it was quoted; ask again to find what stands in its place.");
  }

  String failed(String errorId) {
    return page(
        "Something went wrong",
        "Gill could not show this page; its log says more under error " + errorId + ".");
  }

  private String page(String heading, String text) {
    return message.data("heading", heading).data("text", text).render();
  }
}
