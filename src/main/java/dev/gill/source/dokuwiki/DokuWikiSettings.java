package dev.gill.source.dokuwiki;

import dev.gill.model.Audience;
import dev.gill.model.SourceId;
import dev.gill.source.PathFilter;
import dev.gill.source.http.HttpSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which pages of which wiki are followed.
 *
 * @param http of the wiki's own address, below which its parts lie
 * @param include globs of page ids with colons; none means every page
 * @param exclude globs of page ids, which win over {@code include}
 * @param audience who may read what everybody can read who may read the wiki; empty if its access
 *     lists say so
 * @param every how often it is asked what changed
 * @param sweepEvery how often all pages are listed
 * @param workDir where it is noted what was reported
 */
record DokuWikiSettings(
    HttpSettings http,
    List<String> include,
    List<String> exclude,
    Optional<Audience> audience,
    Duration every,
    Duration sweepEvery,
    Path workDir) {
  /** What comes with every DokuWiki, and what stands beside each page. */
  static final List<String> USUAL_EXCLUDE =
      List.of("playground:**", "wiki:syntax", "wiki:dokuwiki", "wiki:welcome", "sidebar");

  DokuWikiSettings {
    Objects.requireNonNull(http, "http");
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
    Objects.requireNonNull(audience, "audience");
    Objects.requireNonNull(every, "every");
    Objects.requireNonNull(sweepEvery, "sweepEvery");
    Objects.requireNonNull(workDir, "workDir");
  }

  SourceId id() {
    return http.source();
  }

  /** Which pages the configuration wants, by their ids with slashes. */
  PathFilter filter() {
    return new PathFilter(globs(include), globs(exclude), _ -> true);
  }

  private static List<String> globs(List<String> written) {
    return written.stream().map(glob -> glob.replace(':', '/')).toList();
  }

  /** What decides which pages are reported, and how. */
  String choice() {
    return String.join("\n", http.base().toString(), include.toString(), exclude.toString());
  }

  /** Where the team reads a page. */
  String link(String page) {
    return http.base() + "doku.php?id=" + Words.encoded(page);
  }

  /** Where the team reads a page as it was since that time, in seconds. */
  String link(String page, long version) {
    return link(page) + "&rev=" + version;
  }

  @Override
  public String toString() {
    return "DokuWikiSettings[%s]".formatted(id());
  }
}
