package dev.gill.source.webdav;

import dev.gill.source.SourceException;
import dev.gill.source.http.Ask;
import dev.gill.source.http.HostClient;
import dev.gill.source.http.HttpAnswer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/** Asks the server what is there. */
final class Server {
  private static final String XML = "application/xml; charset=utf-8";

  /** How far down a listing goes. */
  enum Depth {
    SELF("0"),
    CHILDREN("1"),
    ALL("infinity");

    private final String written;

    Depth(String written) {
      this.written = written;
    }
  }

  /** What came of asking for a listing. */
  sealed interface Answer {
    /**
     * Here it is.
     *
     * @param gone paths of what is there no more
     * @param syncs whether the server reports changes of the first by {@code sync-collection}
     * @param more whether the server has more of it, and wants to be asked again
     */
    record Listed(
        List<Resource> resources, List<String> gone, String syncToken, boolean syncs, boolean more)
        implements Answer {}

    /** There is nothing. */
    record Missing() implements Answer {}

    /** The server will not have it so. */
    record Refused(int status, String sentence) implements Answer {}
  }

  private final WebdavSettings settings;
  private final HostClient client;
  private final Hrefs hrefs;

  Server(WebdavSettings settings, HostClient client) {
    this.settings = settings;
    this.client = client;
    this.hrefs = new Hrefs(settings.http().base());
  }

  /** The address of the folder that is followed. */
  String top() {
    return settings.http().base().getRawPath();
  }

  /** Lists a folder. */
  Answer list(String target, Depth depth) throws SourceException, InterruptedException {
    String body =
        "<d:propfind %s>%s</d:propfind>".formatted(Multistatus.names(), Multistatus.properties());
    return answer(Ask.of(Ask.Method.PROPFIND, target, xml(body)).header("Depth", depth.written));
  }

  /**
   * What has changed since a token, RFC 6578; without one, everything.
   *
   * @param all whether in all folders, or in the followed one alone
   */
  Answer changes(String token, boolean all) throws SourceException, InterruptedException {
    String body =
        "<d:sync-collection %s><d:sync-token>%s</d:sync-token><d:sync-level>%s</d:sync-level>%s</d:sync-collection>"
            .formatted(
                Multistatus.names(),
                token.replace("&", "&amp;").replace("<", "&lt;"),
                all ? "infinite" : "1",
                Multistatus.properties());
    return answer(Ask.of(Ask.Method.REPORT, top(), xml(body)).header("Depth", "0"));
  }

  /** A file. */
  HttpAnswer read(Resource file) throws SourceException, InterruptedException {
    return client.ask(Ask.get(file.target()).header("Accept", "*/*"));
  }

  /** Whether the followed folder can be listed at the moment, when something else cannot. */
  boolean lives() throws InterruptedException {
    try {
      return list(top(), Depth.SELF) instanceof Answer.Listed;
    } catch (SourceException e) {
      return false;
    }
  }

  private static Optional<Ask.Body> xml(String body) {
    String whole = "<?xml version=\"1.0\" encoding=\"utf-8\"?>" + body;
    return Optional.of(new Ask.Body(XML, whole.getBytes(StandardCharsets.UTF_8)));
  }

  private Answer answer(Ask ask) throws SourceException, InterruptedException {
    return switch (client.ask(ask)) {
      case HttpAnswer.Found found when found.status() == 207 -> listed(found.body());
      case HttpAnswer.Found found -> throw Problems.noWebdav(settings);
      case HttpAnswer.Unchanged unasked -> throw Problems.noWebdav(settings);
      case HttpAnswer.Missing missing -> new Answer.Missing();
      case HttpAnswer.Refused refused -> new Answer.Refused(refused.status(), refused.sentence());
    };
  }

  private Answer listed(byte[] body) throws SourceException {
    Multistatus multistatus;
    try {
      multistatus = Multistatus.parse(body);
    } catch (XMLStreamException | RuntimeException e) {
      throw Problems.noWebdav(settings);
    }
    List<Resource> resources = new ArrayList<>();
    List<String> gone = new ArrayList<>();
    boolean syncs = false;
    boolean more = false;
    for (Multistatus.Entry entry : multistatus.entries()) {
      Optional<String> path = hrefs.path(entry.href());
      if (path.isEmpty()) {
        continue;
      }
      if (entry.status() == 507) {
        more = true;
      } else if (entry.status() == 404 || entry.status() == 410) {
        gone.add(path.get());
      } else if (entry.status() / 100 == 2) {
        resources.add(resource(path.get(), entry));
        syncs |= entry.syncs();
      }
    }
    return new Answer.Listed(resources, gone, multistatus.syncToken(), syncs, more);
  }

  private static Resource resource(String path, Multistatus.Entry entry) {
    return new Resource(
        path,
        Hrefs.target(entry.href()),
        entry.folder(),
        entry.text("getetag"),
        entry.size(),
        entry.modified(),
        entry.text("creator-displayname"),
        entry.text("fileid"));
  }
}
