package dev.gill.source.chat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How well messages are joined, in percent, as in Kummerfeld et al. (2019), who count the lines of
 * the system, too.
 *
 * @param oneToOne of messages, in the matching of the joined conversations with the real ones that
 *     holds most
 * @param shen the mean F1 of each real conversation and the joined one that is most like it,
 *     weighted by size (Shen et al. 2006)
 * @param exact F1 of conversations of two and more messages that are the same
 * @param together of answers by somebody else, those that stand in the same conversation as what
 *     they answer
 * @param messages how many were joined
 */
public record JoiningFigures(
    double oneToOne, double shen, double exact, double together, int messages) {
  /** A way to join the messages of a log, in the order of time. */
  public interface Way {
    List<List<Post>> join(List<Post> posts);
  }

  /** As Gill does. */
  public static JoiningFigures of(Path folder) throws IOException {
    return of(folder, Joining::of);
  }

  /** As is usual where nothing is known: whoever speaks goes on with what was said last. */
  public static JoiningFigures allTogether(Path folder) throws IOException {
    return of(folder, List::of);
  }

  /** Each author's messages are one conversation. */
  public static JoiningFigures byAuthor(Path folder) throws IOException {
    return of(
        folder,
        posts ->
            List.copyOf(posts.stream().collect(Collectors.groupingBy(Post::account)).values()));
  }

  static JoiningFigures of(Path folder, Way way) throws IOException {
    Sum sum = new Sum();
    for (IrcCorpus.Log log : IrcCorpus.read(folder)) {
      sum.add(log, way);
    }
    return sum.figures();
  }

  private static final class Sum {
    private double matched;
    private double shen;
    private int messages;
    private int same;
    private int real;
    private int made;
    private int answers;
    private int together;

    void add(IrcCorpus.Log log, Way way) {
      int first =
          log.links().stream().mapToInt(link -> Math.max(link.from(), link.to())).min().orElse(0);
      int last =
          log.links().stream().mapToInt(link -> Math.max(link.from(), link.to())).max().orElse(-1);
      List<Integer> lines = IntStream.rangeClosed(first, last).boxed().toList();
      Map<Integer, Integer> gold = gold(log, lines);
      Map<Integer, Integer> joined = joined(log, way);
      lines.forEach(line -> joined.putIfAbsent(line, -1 - line)); // a line of the system is alone
      count(lines, gold, joined);
      for (IrcCorpus.Link link : log.links()) {
        Post one = log.posts().get(link.from());
        Post other = log.posts().get(link.to());
        if (one != null && other != null && !one.account().equals(other.account())) {
          answers++;
          together += joined.get(link.from()).equals(joined.get(link.to())) ? 1 : 0;
        }
      }
    }

    private static Map<Integer, Integer> gold(IrcCorpus.Log log, List<Integer> lines) {
      Map<Integer, Integer> parents = new HashMap<>();
      for (IrcCorpus.Link link : log.links()) {
        int one = root(parents, link.from());
        int other = root(parents, link.to());
        parents.put(one, other);
      }
      return lines.stream().collect(Collectors.toMap(line -> line, line -> root(parents, line)));
    }

    private static int root(Map<Integer, Integer> parents, int line) {
      int at = line;
      while (parents.getOrDefault(at, at) != at) {
        at = parents.get(at);
      }
      return at;
    }

    private static Map<Integer, Integer> joined(IrcCorpus.Log log, Way way) {
      List<Post> posts = new TreeMap<>(log.posts()).values().stream().toList();
      Map<Integer, Integer> joined = new HashMap<>();
      int number = 0;
      for (List<Post> conversation : way.join(posts)) {
        for (Post post : conversation) {
          joined.put(Integer.parseInt(post.id()), number);
        }
        number++;
      }
      return joined;
    }

    private void count(
        List<Integer> lines, Map<Integer, Integer> gold, Map<Integer, Integer> joined) {
      Map<Integer, Set<Integer>> golds = groups(lines, gold);
      Map<Integer, Set<Integer>> mades = groups(lines, joined);
      List<Set<Integer>> rows = List.copyOf(golds.values());
      List<Set<Integer>> columns = List.copyOf(mades.values());
      int[][] overlap = new int[rows.size()][columns.size()];
      for (int i = 0; i < rows.size(); i++) {
        double best = 0;
        for (int j = 0; j < columns.size(); j++) {
          Set<Integer> both = new HashSet<>(rows.get(i));
          both.retainAll(columns.get(j));
          overlap[i][j] = both.size();
          best = Math.max(best, 2.0 * both.size() / (rows.get(i).size() + columns.get(j).size()));
        }
        shen += best * rows.get(i).size();
      }
      matched += Matching.most(overlap);
      messages += lines.size();
      Set<Set<Integer>> one = several(rows);
      Set<Set<Integer>> other = several(columns);
      real += one.size();
      made += other.size();
      one.retainAll(other);
      same += one.size();
    }

    private static Map<Integer, Set<Integer>> groups(
        List<Integer> lines, Map<Integer, Integer> by) {
      return lines.stream()
          .collect(Collectors.groupingBy(by::get, TreeMap::new, Collectors.toSet()));
    }

    private static Set<Set<Integer>> several(List<Set<Integer>> groups) {
      return groups.stream()
          .filter(group -> group.size() > 1)
          .collect(Collectors.toCollection(HashSet::new));
    }

    JoiningFigures figures() {
      return new JoiningFigures(
          100 * matched / messages,
          100 * shen / messages,
          100.0 * 2 * same / Math.max(1, real + made),
          100.0 * together / Math.max(1, answers),
          messages);
    }
  }
}
