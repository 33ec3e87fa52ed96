package dev.gill.app.config;

import dev.gill.model.SourceId;
import dev.gill.model.Traffic;
import dev.gill.model.VerifiedAnswers;
import dev.gill.source.Nearest;
import dev.gill.source.Settings;
import dev.gill.source.SourceType;
import dev.gill.source.chatexport.ChatExportType;
import dev.gill.source.confluence.ConfluenceType;
import dev.gill.source.dokuwiki.DokuWikiType;
import dev.gill.source.folder.FolderType;
import dev.gill.source.git.GitType;
import dev.gill.source.http.HttpClients;
import dev.gill.source.http.Timing;
import dev.gill.source.lark.LarkChatType;
import dev.gill.source.lark.LarkType;
import dev.gill.source.mail.MailType;
import dev.gill.source.matrix.MatrixType;
import dev.gill.source.mediawiki.MediaWikiType;
import dev.gill.source.slack.SlackType;
import dev.gill.source.verified.VerifiedType;
import dev.gill.source.webdav.WebdavType;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** The types of sources that there are. */
public final class SourceTypes {
  /** One for the whole process, so that sources of one host share its budget. */
  private static final HttpClients HTTP =
      new HttpClients(
          new Timing(
              InstantSource.system(),
              System::nanoTime,
              () -> ThreadLocalRandom.current().nextDouble(),
              Thread::sleep));

  /** Its documents are written by Gill's own pages. */
  private static final VerifiedType VERIFIED = new VerifiedType();

  /** A new type is registered by a line here. */
  private static final List<SourceType> ALL =
      List.of(
          new FolderType(),
          new GitType(),
          new MailType(),
          new MediaWikiType(HTTP),
          new DokuWikiType(HTTP),
          new ConfluenceType(HTTP),
          new WebdavType(HTTP),
          new ChatExportType(),
          new SlackType(HTTP),
          new LarkType(HTTP),
          new LarkChatType(HTTP),
          new MatrixType(HTTP),
          VERIFIED);

  private SourceTypes() {}

  /** All of them. */
  public static List<SourceType> all() {
    return ALL;
  }

  /** What has passed between a source and its servers so far, where that is counted. */
  static Optional<Traffic> traffic(SourceId source) {
    return HTTP.traffic(source);
  }

  /** What writes the documents of a source of verified answers. */
  static VerifiedAnswers answers(Settings settings, Path data) {
    return VERIFIED.answers(settings, data);
  }

  /** Whether a source is one of verified answers. */
  static boolean isVerified(SourceType type) {
    return type == VERIFIED;
  }

  /**
   * The type of a source.
   *
   * @param written what the configuration says it is
   * @throws ConfigException if there is none of that name, or no name
   */
  static SourceType named(String source, Optional<String> written) {
    String wrong = written.isEmpty() ? "is missing" : "is not known";
    return ALL.stream()
        .filter(type -> written.filter(type.name()::equals).isPresent())
        .findFirst()
        .orElseThrow(
            () ->
                new ConfigException(
                    "gill.sources.%s.type %s; use %s%s."
                        .formatted(source, wrong, names(), hint(written))));
  }

  private static String hint(Optional<String> written) {
    return written
        .flatMap(word -> Nearest.of(word, ALL.stream().map(SourceType::name).toList()))
        .map(" (did you mean %s?)"::formatted)
        .orElse("");
  }

  private static String names() {
    List<String> names = ALL.stream().map(SourceType::name).toList();
    return String.join(", ", names.subList(0, names.size() - 1)) + " or " + names.getLast();
  }
}
