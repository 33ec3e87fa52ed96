package dev.gill.lab.learn;

import dev.gill.embed.Reading;
import dev.gill.embed.Scorer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads each pair once, since learning asks the same questions again and again. For one thread. */
public final class RememberedReadings implements Scorer {
  private record Pair(String question, Page page) {}

  private final Scorer reader;
  private final Map<Pair, Reading> read = new HashMap<>();

  /** Takes the reader over. */
  public RememberedReadings(Scorer reader) {
    this.reader = reader;
  }

  @Override
  public List<Reading> read(String question, List<Page> passages) throws InterruptedException {
    List<Page> missing =
        passages.stream().filter(page -> !read.containsKey(new Pair(question, page))).toList();
    if (!missing.isEmpty()) {
      List<Reading> made = reader.read(question, missing);
      for (int i = 0; i < made.size(); i++) {
        read.put(new Pair(question, missing.get(i)), made.get(i));
      }
    }
    List<Reading> readings = new ArrayList<>();
    passages.forEach(page -> readings.add(read.get(new Pair(question, page))));
    return readings;
  }

  @Override
  public void close() {
    reader.close();
  }
}
