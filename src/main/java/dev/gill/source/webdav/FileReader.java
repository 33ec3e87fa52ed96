package dev.gill.source.webdav;

import dev.gill.model.Content;
import dev.gill.model.Dated;
import dev.gill.model.DocId;
import dev.gill.model.Origin;
import dev.gill.source.Change;
import dev.gill.source.SourceException;
import dev.gill.source.http.HttpAnswer;
import dev.gill.source.sweep.Seen;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;

/** Reads files. */
final class FileReader {
  private final WebdavSettings settings;
  private final Server server;
  private final Links links;

  FileReader(WebdavSettings settings, Server server) {
    this.settings = settings;
    this.server = server;
    this.links = new Links(settings);
  }

  /**
   * Reads one.
   *
   * @throws SourceException if the server fails as a whole, or refuses the user
   */
  Seen read(Resource file) throws SourceException, InterruptedException {
    if (file.size() > settings.maxBytes()) {
      return tooLarge(file, file.size());
    }
    HttpAnswer answer;
    try {
      answer = server.read(file);
    } catch (SourceException.Broken e) {
      if (!server.lives()) {
        throw e;
      }
      return new Seen.Unreadable("%s cannot be read: %s".formatted(file.path(), e.getMessage()));
    }
    return switch (answer) {
      case HttpAnswer.Found found when found.body().length > settings.maxBytes() ->
          tooLarge(file, found.body().length);
      case HttpAnswer.Found found -> new Seen.Whole(upserted(file, found.body()));
      case HttpAnswer.Missing gone -> new Seen.Gone();
      case HttpAnswer.Refused no when no.status() == 401 && !server.lives() ->
          throw Problems.refused(new Server.Answer.Refused(no.status(), no.sentence()), settings);
      case HttpAnswer.Refused no -> new Seen.Unreadable(Problems.file(file.path(), no.status()));
      case HttpAnswer.Unchanged unasked -> new Seen.Unreadable(Problems.file(file.path(), 304));
    };
  }

  private Change.Upserted upserted(Resource file, byte[] bytes) {
    Origin origin =
        new Origin(
            links.of(file),
            file.name(),
            file.author(),
            file.modified().orElse(Instant.EPOCH),
            Dated.FILE);
    return new Change.Upserted(
        new DocId(settings.id(), file.path()),
        revision(bytes),
        origin,
        settings.scope(),
        Content.file(file.name(), bytes));
  }

  private Seen tooLarge(Resource file, long size) {
    return new Seen.Unreadable(
        String.format(
            Locale.ROOT,
            "%s is of %.1f MiB, more than the %.1f MiB that are read: raise max-bytes, or exclude it.",
            file.path(),
            mebibytes(size),
            mebibytes(settings.maxBytes())));
  }

  private static double mebibytes(long bytes) {
    return bytes / (double) (1 << 20);
  }

  private static String revision(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "sha256:" + HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
