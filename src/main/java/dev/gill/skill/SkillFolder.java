package dev.gill.skill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The folder of a skill. What Gill did not write in it is left as it is. */
final class SkillFolder {
  private final Path folder;

  SkillFolder(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  Path path() {
    return folder;
  }

  /** What the skill is called. */
  String name() {
    return String.valueOf(folder.getFileName());
  }

  /**
   * What the skill was made from.
   *
   * @throws SkillException if Gill did not write it
   */
  FrontMatter.Read read() {
    Path main = folder.resolve(Rendering.MAIN);
    try {
      return FrontMatter.read(Files.readString(main))
          .orElseThrow(() -> new SkillException(notOurs()));
    } catch (IOException e) {
      throw new SkillException(notOurs(), e);
    }
  }

  private String notOurs() {
    return "%s is no skill that Gill has exported; export it first, by ./gill skill export."
        .formatted(folder);
  }

  /**
   * Refuses a folder that holds something else.
   *
   * @throws SkillException if it does
   */
  void requireFree() {
    if (Files.exists(folder.resolve(Rendering.MAIN))) {
      read();
    } else if (Files.exists(folder)) {
      try (Stream<Path> all = Files.list(folder)) {
        if (all.findAny().isPresent()) {
          throw new SkillException(
              "%s holds something else; name a folder that is new or empty.".formatted(folder));
        }
      } catch (IOException e) {
        throw unwritable(e);
      }
    }
  }

  /** The files that Gill wrote there, by their paths. */
  SortedMap<String, String> files() {
    SortedMap<String, String> files = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return files;
    }
    try (Stream<Path> all = Files.walk(folder, 2)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        if (path.equals(Rendering.MAIN) || path.startsWith("references/")) {
          String text = Files.readString(file);
          if (path.equals(Rendering.MAIN) || text.startsWith(Rendering.MARK)) {
            files.put(path, text);
          }
        }
      }
      return files;
    } catch (IOException e) {
      throw new SkillException("%s cannot be read; look after its rights.".formatted(folder), e);
    }
  }

  /**
   * Makes these the files of the skill.
   *
   * @return the paths that were written or deleted
   */
  SortedSet<String> write(SortedMap<String, String> wanted) {
    SortedMap<String, String> present = files();
    SortedSet<String> changed = new TreeSet<>();
    try {
      for (var file : wanted.entrySet()) {
        if (!file.getValue().equals(present.get(file.getKey()))) {
          write(folder.resolve(file.getKey()), file.getValue());
          changed.add(file.getKey());
        }
      }
      for (String path : present.keySet()) {
        if (!wanted.containsKey(path)) {
          Files.delete(folder.resolve(path));
          changed.add(path);
        }
      }
      return changed;
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Path beside = file.resolveSibling("." + file.getFileName() + ".new");
    Files.writeString(beside, text);
    Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private SkillException unwritable(IOException e) {
    return new SkillException(
        "%s cannot be written (%s); look after its rights and the disk."
            .formatted(folder, e.getMessage()),
        e);
  }
}
