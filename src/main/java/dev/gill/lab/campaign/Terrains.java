package dev.gill.lab.campaign;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The systems on which there are campaigns. */
public final class Terrains {
  /** Their names. */
  public static final List<String> NAMES =
      List.of("mediawiki", "dokuwiki", "mail", "webdav", "matrix", "slack");

  private Terrains() {}

  /** Starts a server in a folder that is made. */
  static Terrain start(String name, Path folder) throws Exception {
    Files.createDirectories(folder);
    return switch (name) {
      case "mediawiki" -> MediaWikiTerrain.start(folder);
      case "dokuwiki" -> DokuWikiTerrain.start(folder);
      case "mail" -> MailTerrain.start(folder);
      case "webdav" -> WebdavTerrain.start(folder);
      case "matrix", "slack" -> new ChatTerrain(ChatServer.start(name, ChatTerrain.PEOPLE));
      default ->
          throw new IllegalArgumentException(
              "There is no campaign on '%s'; there are %s."
                  .formatted(name, String.join(", ", NAMES)));
    };
  }
}
