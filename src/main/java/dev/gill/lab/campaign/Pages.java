package dev.gill.lab.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known of a system's documents: those that are there, and those that were and can come
 * back.
 *
 * @param <T> what is known of one
 */
final class Pages<T> {
  private final SortedMap<String, T> living = new TreeMap<>();
  private final SortedMap<String, T> gone = new TreeMap<>();

  SortedMap<String, T> living() {
    return living;
  }

  SortedMap<String, T> gone() {
    return gone;
  }

  /** The key of one that is there. */
  String any(Random random) {
    return any(living, random);
  }

  /** The key of one that is not there any more. */
  String anyGone(Random random) {
    return any(gone, random);
  }

  void put(String key, T page) {
    living.put(key, page);
    gone.remove(key);
  }

  void delete(String key) {
    gone.put(key, living.remove(key));
  }

  T restore(String key) {
    T back = gone.remove(key);
    living.put(key, back);
    return back;
  }

  private static String any(SortedMap<String, ?> pages, Random random) {
    List<String> keys = new ArrayList<>(pages.keySet());
    return keys.get(random.nextInt(keys.size()));
  }
}
