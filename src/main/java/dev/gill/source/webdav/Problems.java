package dev.gill.source.webdav;

import dev.gill.source.SourceException;

/** What is wrong with a server or a file, in words for the person who runs Gill. */
final class Problems {
  private Problems() {}

  static SourceException noWebdav(WebdavSettings settings) {
    return broken(
        "does not speak WebDAV: write the address that the server gives for it, as Nextcloud does under Files, Settings",
        settings);
  }

  static SourceException noFolder(WebdavSettings settings) {
    return broken("leads to no folder there: correct its path, or make the folder", settings);
  }

  static SourceException file(WebdavSettings settings) {
    return broken("leads to a file: write the address of the folder that it lies in", settings);
  }

  /** A refusal of the whole. */
  static SourceException refused(Server.Answer.Refused refused, WebdavSettings settings) {
    return switch (refused.status()) {
      case 401 ->
          denied(
              "is refused: check username and password, or token; where people sign in with a second factor, make an app password",
              settings);
      case 403 ->
          denied(
              "may not be listed by this user: share the folder with the user that Gill signs in as",
              settings);
      case 405, 501 -> noWebdav(settings);
      default -> new SourceException.Denied(refused.sentence(), null);
    };
  }

  /** Why a folder within cannot be listed. */
  static String folder(String path, int status) {
    return status == 403 || status == 401
        ? "The folder %s may not be listed by the user that Gill signs in as: share it with that user, or exclude it."
            .formatted(path)
        : "The server does not list the folder %s (status %d): look at its log, or exclude the folder."
            .formatted(path, status);
  }

  /** Why a file cannot be read. */
  static String file(String path, int status) {
    return switch (status) {
      case 401, 403 ->
          "%s may not be read by the user that Gill signs in as: share it with that user, or exclude it."
              .formatted(path);
      case 423 ->
          "%s is locked: unlock it, or wait until whoever edits it is done.".formatted(path);
      default ->
          "The server does not hand out %s (status %d): look at its log, or exclude it."
              .formatted(path, status);
    };
  }

  private static SourceException broken(String what, WebdavSettings settings) {
    return new SourceException.Broken(sentence(what, settings), null);
  }

  private static SourceException denied(String what, WebdavSettings settings) {
    return new SourceException.Denied(sentence(what, settings), null);
  }

  private static String sentence(String what, WebdavSettings settings) {
    return "The url of source %s %s.".formatted(settings.id(), what);
  }
}
