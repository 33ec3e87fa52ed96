package dev.gill.surface.chat;

import dev.gill.answer.QuoteSeal;
import dev.gill.model.Citation;
import dev.gill.model.DocId;
import dev.gill.surface.Links;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;

/**
 * Where Gill's own pages lie for somebody who is not on one of them.
 *
 * @param base such as {@code https://gill.example.com}; empty if nobody said, and then no page is
 *     linked to
 */
public record PageAddress(Optional<URI> base) {
  private static final int LONGEST_LINK = 2_800;

  /** The page of a document at a quote; empty if there is no address. */
  String of(Citation cited, QuoteSeal seal) {
    String whole = below(Links.quote(cited, seal));
    return whole.length() <= LONGEST_LINK ? whole : of(cited.doc());
  }

  /** The page of a document; empty if there is no address. */
  String of(DocId doc) {
    return below(Links.document(doc));
  }

  /** The page that answers a question; empty if there is no address. */
  String asking(String question) {
    return below("/?q=" + encoded(question));
  }

  /** The page on which an answer is written, with what it may be drawn from; empty likewise. */
  String writing(String question, Collection<DocId> from) {
    StringBuilder path = new StringBuilder("/verified/new?question=").append(encoded(question));
    from.forEach(doc -> path.append("&from=").append(encoded(doc.toString())));
    return below(path.toString());
  }

  /** A link of a source if it leads to a web page; empty if not. */
  String original(String link) {
    String page = Links.safe(link).filter(own -> own.startsWith("/")).map(this::below).orElse("");
    return Links.web(link)
        .filter(url -> url.length() <= LONGEST_LINK && url.indexOf('|') < 0)
        .orElse(page);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private String below(String path) {
    return base.map(root -> root.toString().replaceFirst("/$", "") + path).orElse("");
  }
}
