package dev.gill.source.confluence;

import java.util.Locale;

/** Addresses that both editions have. */
final class Links {
  private Links() {}

  /** Where a file is shown, at the page of a PDF that a citation stands on. */
  static String file(String site, Item.Attachment file) {
    String at = file.title().toLowerCase(Locale.ROOT).endsWith(".pdf") ? "#page={page}" : "";
    return "%sdownload/attachments/%s/%s%s"
        .formatted(site, Api.encoded(file.page()), Api.encoded(file.title()), at);
  }
}
