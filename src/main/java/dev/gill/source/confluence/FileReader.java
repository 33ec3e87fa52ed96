package dev.gill.source.confluence;

import dev.gill.model.Content;
import dev.gill.model.DocId;
import dev.gill.model.Origin;
import dev.gill.source.Change;
import dev.gill.source.SourceException;
import dev.gill.source.http.HttpAnswer;
import dev.gill.source.sweep.Listed;
import dev.gill.source.sweep.Seen;
import java.util.List;
import java.util.Locale;

/** Reads attachments. */
record FileReader(ConfluenceSettings settings, Edition edition, Api api, Site site) {
  Seen read(Listed listed) throws SourceException, InterruptedException {
    Item.Attachment file = site.files().get(listed.key());
    if (file == null) {
      return new Seen.Gone();
    }
    if (file.size() > settings.maxBytes()) {
      return unreadable(
          file,
          String.format(
              Locale.ROOT,
              "is of %.1f MiB, more than the %.1f MiB that are read: raise max-bytes",
              file.size() / (double) (1 << 20),
              settings.maxBytes() / (double) (1 << 20)));
    }
    try {
      return switch (api.file(file.download())) {
        case HttpAnswer.Found found -> new Seen.Whole(change(listed, file, found.body()));
        case HttpAnswer.Missing missing -> {
          site.gone(file.id());
          yield new Seen.Gone();
        }
        case HttpAnswer.Refused refused when refused.status() == 401 -> {
          edition.account(); // if nobody is signed in any more, that is not this file's fault
          yield unreadable(file, "is refused (status 401): check that the account may view it");
        }
        case HttpAnswer.Refused refused ->
            unreadable(
                file,
                "is refused (status %d): check that the account may view it"
                    .formatted(refused.status()));
        case HttpAnswer.Unchanged same ->
            unreadable(file, "was not sent: look at Confluence's log");
      };
    } catch (SourceException.Broken e) {
      edition.account(); // if nothing is answered, the site is down
      return unreadable(file, "cannot be read: " + e.getMessage().replaceFirst("\\.$", ""));
    }
  }

  private Seen unreadable(Item.Attachment file, String why) {
    Item.Page page = site.pages().get(file.page());
    return new Seen.Unreadable(
        "%s at the page “%s” %s.".formatted(file.title(), page == null ? "" : page.title(), why));
  }

  private Change.Upserted change(Listed listed, Item.Attachment file, byte[] bytes)
      throws SourceException, InterruptedException {
    String author =
        edition.restrictionsApart()
            ? edition.names(List.of(file.author())).getOrDefault(file.author(), "")
            : file.author();
    return new Change.Upserted(
        new DocId(settings.id(), file.id()),
        "%d-%d".formatted(file.version(), bytes.length),
        new Origin(edition.link(file), file.title(), author, file.modified()),
        listed.scope(),
        Content.file(file.title(), bytes));
  }
}
