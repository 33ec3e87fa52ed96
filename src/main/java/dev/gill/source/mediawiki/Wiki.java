package dev.gill.source.mediawiki;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gill.source.SourceException;
import dev.gill.source.http.HostClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The ways in which a wiki is asked: by the account, and where there is one, as a visitor. */
record Wiki(MediaWikiSettings settings, WikiApi api, Optional<WikiApi> visitor) {
  static Wiki of(MediaWikiSettings settings, HostClient client)
      throws SourceException, InterruptedException {
    WikiApi api = new WikiApi(settings, client, settings.login());
    boolean both = settings.login().isPresent() && Site.read(api, settings).openToAll();
    return new Wiki(
        settings,
        api,
        both ? Optional.of(new WikiApi(settings, client, Optional.empty())) : Optional.empty());
  }

  Listing listing(Site site) {
    return new Listing(settings, api, visitor, site);
  }

  PageReader reader() {
    return new PageReader(settings, api, visitor);
  }

  Readers readers() {
    return new Readers(settings, api);
  }

  /** The followed pages that show one of these. */
  List<String> showing(List<String> parts, Site site) throws SourceException, InterruptedException {
    List<String> titles = new ArrayList<>();
    for (int i = 0; i < parts.size(); i += PageReader.MOST) {
      Map<String, String> asked = new TreeMap<>();
      asked.put(
          "titles",
          String.join("|", parts.subList(i, Math.min(parts.size(), i + PageReader.MOST))));
      asked.put("prop", "transcludedin");
      asked.put("tilimit", "max");
      asked.put("tishow", "!redirect");
      asked.put(
          "tinamespace",
          site.namespaces().stream().map(String::valueOf).collect(Collectors.joining("|")));
      for (JsonNode answer : Continued.all(api, asked)) {
        for (JsonNode part : answer.path("query").path("pages")) {
          part.path("transcludedin").forEach(page -> titles.add(page.path("title").asText()));
        }
      }
    }
    return titles;
  }
}
