package dev.gill.parse.formats;

import dev.gill.model.Content;
import dev.gill.parse.ParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Parses damaged files one after another in a process of its own with a small heap, and says what
 * came of each: {@code text} or {@code refused}, milliseconds, the file and the damage. Arguments:
 * the folders of whole files, how many files to damage, the seed.
 */
final class HostileVictim {
  private HostileVictim() {}

  public static void main(String[] args) throws IOException {
    List<Path> files = new ArrayList<>();
    for (String folder : args[0].split(",")) {
      try (Stream<Path> there = Files.list(Path.of(folder))) {
        there.filter(file -> Formats.known(file.toString())).sorted().forEach(files::add);
      }
    }
    int count = Integer.parseInt(args[1]);
    long seed = Long.parseLong(args[2]);
    Mutation[] mutations = Mutation.values();
    Formats formats = new Formats();
    for (int i = 0; i < count; i++) {
      SplittableRandom lot = new SplittableRandom(seed + i);
      Path file = files.get(i % files.size());
      Mutation mutation = mutations[lot.nextInt(mutations.length)];
      byte[] damaged = mutation.apply(Files.readAllBytes(file), lot);
      System.out.println("begin " + i + " " + file.getFileName() + " " + mutation);
      long begun = System.nanoTime();
      String outcome =
          outcome(formats, new Content.File("", file.getFileName().toString(), damaged));
      System.out.printf("%s %d %s %s%n", outcome, (System.nanoTime() - begun) / 1_000_000, i, file);
    }
    System.out.println("done");
  }

  private static String outcome(Formats formats, Content content) {
    try {
      return formats.parse(content).text().isBlank() ? "blank" : "text";
    } catch (ParseException e) {
      return e.getMessage().endsWith(".") ? "refused" : "unsaid";
    } catch (RuntimeException | Error e) {
      return "thrown:" + e.getClass().getSimpleName();
    }
  }
}
