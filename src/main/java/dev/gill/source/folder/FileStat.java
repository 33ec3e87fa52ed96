package dev.gill.source.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * What the file system says of a file without opening it.
 *
 * @param changed when its content or its place last changed, where the file system keeps that: it
 *     shows copies that bring an old modification time along
 * @param identity the same for all names of one file or folder
 */
record FileStat(Kind kind, long size, Instant modified, Instant changed, Object identity) {
  /** What is found under a name. */
  enum Kind {
    FILE,
    FOLDER,
    LINK,
    OTHER
  }

  private static final String BASIC =
      "size,lastModifiedTime,fileKey,isDirectory,isRegularFile,isSymbolicLink";

  /** Of what the path leads to. */
  static FileStat of(Path path) throws IOException {
    return read(path);
  }

  /** Of the path itself, be it a link. */
  static FileStat ofEntry(Path path) throws IOException {
    return read(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static FileStat read(Path path, LinkOption... options) throws IOException {
    boolean unix = path.getFileSystem().supportedFileAttributeViews().contains("unix");
    Map<String, Object> found =
        Files.readAttributes(path, unix ? "unix:ctime," + BASIC : BASIC, options);
    Object key = found.get("fileKey");
    return new FileStat(
        kind(found),
        (Long) found.get("size"),
        instant(found.get("lastModifiedTime")),
        instant(found.getOrDefault("ctime", found.get("lastModifiedTime"))),
        key == null ? path.toRealPath(options) : key.toString());
  }

  private static Kind kind(Map<String, Object> found) {
    if (Objects.equals(found.get("isSymbolicLink"), true)) {
      return Kind.LINK;
    }
    if (Objects.equals(found.get("isDirectory"), true)) {
      return Kind.FOLDER;
    }
    return Objects.equals(found.get("isRegularFile"), true) ? Kind.FILE : Kind.OTHER;
  }

  private static Instant instant(Object time) {
    return ((FileTime) time).toInstant();
  }
}
