package dev.gill.source.webdav;

import dev.gill.source.LinkTemplate;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/** Where the team reads a file. */
final class Links {
  /** Before it stands where Nextcloud is installed; after it, a path for programs. */
  private static final String PROGRAMS = "/remote.php/";

  private final WebdavSettings settings;
  private final LinkTemplate template;

  Links(WebdavSettings settings) {
    this.settings = settings;
    this.template = new LinkTemplate(settings.link(), Set.of("path", "id"));
  }

  /**
   * As configured; else the page that Nextcloud and ownCloud have for a file's number, and
   * elsewhere the file's own address.
   */
  String of(Resource file) {
    if (!settings.link().isEmpty()) {
      return template.fill(Map.of("path", file.path(), "id", file.id()));
    }
    URI base = settings.http().base();
    String host = base.getScheme() + "://" + base.getRawAuthority();
    int programs = base.getRawPath().indexOf(PROGRAMS);
    return programs >= 0 && !file.id().isEmpty()
        ? host + base.getRawPath().substring(0, programs) + "/index.php/f/" + file.id()
        : host + file.target();
  }
}
