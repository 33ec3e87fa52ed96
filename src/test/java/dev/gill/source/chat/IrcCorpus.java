package dev.gill.source.chat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Files of the IRC disentanglement corpus (Kummerfeld et al. 2019, CC BY 4.0): {@code NAME.raw.txt}
 * holds a log, {@code NAME.annotation.txt} which line answers which.
 */
final class IrcCorpus {
  private static final String ANNOTATION = ".annotation.txt";
  private static final Pattern SAID =
      Pattern.compile("\\[(\\d\\d):(\\d\\d)(?::\\d\\d)?]\\s+(?:<([^>]*)>|\\* (\\S+)) ?(.*)");

  /** A line answers another; both are the same where it begins a conversation. */
  record Link(int from, int to) {}

  /**
   * A log.
   *
   * @param posts by line; lines without one are those of the system
   * @param links by lines
   */
  record Log(Map<Integer, Post> posts, List<Link> links) {}

  private IrcCorpus() {}

  /** All logs of a folder. */
  static List<Log> read(Path folder) throws IOException {
    List<Log> logs = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file :
          files.filter(each -> each.toString().endsWith(ANNOTATION)).sorted().toList()) {
        logs.add(log(file));
      }
    }
    return logs;
  }

  private static Log log(Path annotation) throws IOException {
    String name = annotation.getFileName().toString().replace(ANNOTATION, ".raw.txt");
    Map<Integer, Post> posts = new HashMap<>();
    Instant at = Instant.EPOCH;
    int number = 0;
    for (String line : Files.readString(annotation.resolveSibling(name)).split("\n")) {
      Matcher said = SAID.matcher(line);
      if (said.matches()) {
        at = next(at, Integer.parseInt(said.group(1)) * 60 + Integer.parseInt(said.group(2)));
        String nick = (said.group(3) == null ? said.group(4) : said.group(3)).strip();
        posts.put(
            number,
            new Post(
                "%06d".formatted(number),
                nick.toLowerCase(Locale.ROOT),
                nick,
                at,
                "",
                said.group(5),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                false));
      }
      number++;
    }
    List<Link> links = new ArrayList<>();
    for (String line : Files.readAllLines(annotation)) {
      String[] parts = line.split(" ");
      links.add(new Link(Integer.parseInt(parts[0]), Integer.parseInt(parts[1])));
    }
    return new Log(posts, links);
  }

  /** Logs write the time of day alone. */
  private static Instant next(Instant last, int minute) {
    Instant day = last.minusSeconds(last.getEpochSecond() % Duration.ofDays(1).toSeconds());
    Instant at = day.plus(Duration.ofMinutes(minute));
    return at.plus(Duration.ofHours(10)).isBefore(last) ? at.plus(Duration.ofDays(1)) : at;
  }
}
