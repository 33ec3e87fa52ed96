package dev.gill.app.config;

import dev.gill.model.Forgotten;
import dev.gill.model.Identity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who is to be forgotten, in a file of the data folder, a digest a line, and behind {@code name }
 * one of a name. Neither a restore nor a rebuild takes a line out.
 */
public final class ForgottenFile {
  private static final String NAME = "forgotten";
  private static final String OF_NAME = "name ";
  private static final int SALT = 16;

  private ForgottenFile() {}

  /**
   * Reads it; nobody if it is not there.
   *
   * @throws ConfigException if it cannot be read: Gill must not go on as if nobody were forgotten
   */
  public static Forgotten in(Path data) {
    Path file = data.resolve(NAME);
    try {
      if (!Files.exists(file)) {
        return Forgotten.NOBODY;
      }
      Set<String> digests = new HashSet<>();
      Set<String> names = new HashSet<>();
      for (String line : Files.readAllLines(file)) {
        if (line.startsWith(OF_NAME)) {
          names.add(line.substring(OF_NAME.length()));
        } else {
          digests.add(line);
        }
      }
      return new Forgotten(digests, names);
    } catch (IOException | RuntimeException e) {
      throw new ConfigException(
          "%s, which says who is to be forgotten, cannot be read; let the user that Gill runs as read it, or put it back from a backup."
              .formatted(file),
          e);
    }
  }

  /** Notes that whoever is known by these is to be forgotten. */
  public static void add(Path data, Set<Identity> person) throws IOException {
    write(data, in(data).and(person, salt()));
  }

  /** Notes that these names are to be taken off what a team wrote together. */
  public static void addNames(Path data, Collection<String> names) throws IOException {
    if (!names.isEmpty()) {
      write(data, in(data).andNames(names, salt()));
    }
  }

  private static String salt() {
    byte[] salt = new byte[SALT];
    new SecureRandom().nextBytes(salt);
    return HexFormat.of().formatHex(salt);
  }

  /** Brings what another data folder, or a backup of one, says into this one. */
  public static void bring(Path from, Path data) throws IOException {
    Forgotten ours = in(data);
    Forgotten both = ours.and(in(from));
    if (!both.equals(ours)) {
      write(data, both);
    }
  }

  /** In one step. */
  private static void write(Path data, Forgotten forgotten) throws IOException {
    Files.createDirectories(data);
    Path fresh = Files.createTempFile(data, NAME, ".new");
    try {
      if (Files.getFileStore(fresh).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
      }
      List<String> lines = new ArrayList<>(new TreeSet<>(forgotten.digests()));
      new TreeSet<>(forgotten.names()).forEach(name -> lines.add(OF_NAME + name));
      Files.write(fresh, lines);
      Files.move(
          fresh,
          data.resolve(NAME),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
