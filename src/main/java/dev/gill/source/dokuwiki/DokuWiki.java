package dev.gill.source.dokuwiki;

import dev.gill.source.SourceException;
import dev.gill.source.http.Ask;
import dev.gill.source.http.HostClient;
import dev.gill.source.http.HttpAnswer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/** The remote API of a DokuWiki, by the names that all versions since 2011 know. */
record DokuWiki(DokuWikiSettings settings, HostClient client) {
  private static final String API = "lib/exe/xmlrpc.php";

  /** What came back: a value, or that this call alone is refused. */
  private sealed interface Reply {
    record Value(Object value) implements Reply {}

    record Refused(int status) implements Reply {}
  }

  /** Its version, which also says whether it lets Gill in. */
  String version() throws SourceException, InterruptedException {
    return text(whole("dokuwiki.getVersion"));
  }

  String title() throws SourceException, InterruptedException {
    return text(whole("dokuwiki.getTitle"));
  }

  /** The wiki's time, in seconds since 1970. */
  long time() throws SourceException, InterruptedException {
    if (whole("dokuwiki.getTime") instanceof Long time) {
      return time;
    }
    throw nonsense();
  }

  /** All pages that the account may read. */
  List<DokuPage> pages() throws SourceException, InterruptedException {
    if (whole("dokuwiki.getPagelist", "", Map.of("depth", 0L)) instanceof List<?> list) {
      return list.stream().flatMap(entry -> DokuPage.listed(entry).stream()).toList();
    }
    throw nonsense();
  }

  /** The last change of each page that was changed at this time or later. */
  List<DokuPage> changes(long since) throws SourceException, InterruptedException {
    // Where there is none it answers with a fault, which some versions write as an empty value.
    return whole("wiki.getRecentChanges", since) instanceof List<?> list
        ? list.stream().flatMap(entry -> DokuPage.changed(entry).stream()).toList()
        : List.of();
  }

  /** The page as HTML; empty if the account may not read it. */
  Optional<String> html(String page) throws SourceException, InterruptedException {
    return call("wiki.getPageHTML", page) instanceof Reply.Value(String html)
        ? Optional.of(html)
        : Optional.empty();
  }

  /** Who wrote a page's present revision; empty if nobody knows. */
  String author(String page) throws SourceException, InterruptedException {
    return call("wiki.getPageInfo", page) instanceof Reply.Value(Map<?, ?> info)
            && info.get("author") instanceof String author
        ? author
        : "";
  }

  /** The access lists: permissions by scope and user or group; empty without the right to them. */
  Optional<Map<String, Map<String, Integer>>> rules() throws SourceException, InterruptedException {
    if (!(call("plugin.acl.listAcls") instanceof Reply.Value(Map<?, ?> scopes))
        || scopes.containsKey("faultCode")) {
      return Optional.empty();
    }
    Map<String, Map<String, Integer>> rules = new HashMap<>();
    scopes.forEach(
        (scope, held) -> {
          if (held instanceof Map<?, ?> permissions) {
            Map<String, Integer> each = new HashMap<>();
            permissions.forEach((who, level) -> each.put("" + who, level(level)));
            rules.put("" + scope, each);
          }
        });
    return rules.isEmpty() ? Optional.empty() : Optional.of(rules);
  }

  private static int level(Object written) {
    String text = String.valueOf(written);
    return text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
  }

  /** A call without which nothing goes on. */
  private Object whole(String method, Object... parameters)
      throws SourceException, InterruptedException {
    return switch (call(method, parameters)) {
      case Reply.Value(Object value) -> value;
      case Reply.Refused(int status) ->
          throw new SourceException.Denied(
              "The wiki of source %s does not let Gill use its remote API (status %d): switch remote on, name the account's group or user in remoteuser, and check username and password."
                  .formatted(settings.id(), status),
              null);
    };
  }

  private Reply call(String method, Object... parameters)
      throws SourceException, InterruptedException {
    Ask ask = Ask.post(API, "text/xml", XmlRpc.call(method, parameters)).again();
    return switch (client.ask(ask)) {
      case HttpAnswer.Found found -> new Reply.Value(read(found.body()));
      case HttpAnswer.Refused refused -> new Reply.Refused(refused.status());
      case HttpAnswer.Missing missing -> throw nonsense();
      case HttpAnswer.Unchanged same -> throw nonsense();
    };
  }

  private Object read(byte[] body) throws SourceException {
    try {
      return XmlRpc.answer(body);
    } catch (XMLStreamException e) {
      throw nonsense();
    }
  }

  private String text(Object value) throws SourceException {
    if (value instanceof String text) {
      return text;
    }
    throw nonsense();
  }

  private SourceException nonsense() {
    return new SourceException.Broken(
        "There is no DokuWiki with its remote API switched on at the url of source %s: write the address below which doku.php lies, and switch remote on in the wiki's configuration."
            .formatted(settings.id()),
        null);
  }
}
