package dev.gill.source.chat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Files of the IRC disentanglement corpus (Kummerfeld et al. 2019, CC BY 4.0): {@code NAME.raw.txt}
 * holds a log, {@code NAME.annotation.txt} which line answers which.
 */
public final class IrcCorpus {
  private static final String ANNOTATION = ".annotation.txt";
  private static final String RAW = ".raw.txt";
  private static final Pattern SAID =
      Pattern.compile("\\[(\\d\\d):(\\d\\d)(?::\\d\\d)?]\\s+(?:<([^>]*)>|\\* (\\S+)) ?(.*)");

  private static final int DAY = "2004-12-25".length();

  /** What the channel's programs are called. */
  private static final Pattern PROGRAM = Pattern.compile("ubot\\w*");

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

  /**
   * What people said in all logs of a folder whose names begin with their days, one after the
   * other; programs are marked as such.
   *
   * @param most how many messages at most
   */
  public static List<Post> said(Path folder, int most) throws IOException {
    List<Post> said = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(RAW)).sorted().toList()) {
        String day = file.getFileName().toString().substring(0, DAY);
        Instant begin = LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
        for (Post post : posts(file, begin).values()) {
          if (said.size() == most) {
            return said;
          }
          said.add(
              new Post(
                  day + ":" + post.id(),
                  post.account(),
                  post.name(),
                  post.at(),
                  "",
                  post.text(),
                  Optional.empty(),
                  Optional.empty(),
                  Set.of(),
                  PROGRAM.matcher(post.account()).matches()));
        }
      }
    }
    return said;
  }

  private static Log log(Path annotation) throws IOException {
    String name = annotation.getFileName().toString().replace(ANNOTATION, RAW);
    Map<Integer, Post> posts = posts(annotation.resolveSibling(name), Instant.EPOCH);
    List<Link> links = new ArrayList<>();
    for (String line : Files.readAllLines(annotation)) {
      String[] parts = line.split(" ");
      links.add(new Link(Integer.parseInt(parts[0]), Integer.parseInt(parts[1])));
    }
    return new Log(posts, links);
  }

  /** By line. */
  private static SortedMap<Integer, Post> posts(Path raw, Instant begin) throws IOException {
    SortedMap<Integer, Post> posts = new TreeMap<>();
    Instant at = begin;
    int number = 0;
    for (String line : Files.readString(raw).split("\n")) {
      Matcher said = SAID.matcher(line);
      if (said.matches()) {
        at = next(at, Integer.parseInt(said.group(1)) * 60 + Integer.parseInt(said.group(2)));
        String nick = (said.group(3) == null ? said.group(4) : said.group(3)).strip();
        posts.put(
            number,
            Post.said("%06d".formatted(number), nick, at, said.group(5))
                .by(nick.toLowerCase(Locale.ROOT)));
      }
      number++;
    }
    return posts;
  }

  /** Logs write the time of day alone. */
  private static Instant next(Instant last, int minute) {
    Instant day = last.minusSeconds(last.getEpochSecond() % Duration.ofDays(1).toSeconds());
    Instant at = day.plus(Duration.ofMinutes(minute));
    return at.plus(Duration.ofHours(10)).isBefore(last) ? at.plus(Duration.ofDays(1)) : at;
  }
}
