package dev.gill.source.mail;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All messages that there are, without those that are marked as deleted. Immutable.
 *
 * @param folders by the folder's path below the followed one, with {@code /}; empty for that one
 */
record Mailbox(SortedMap<String, List<Head>> folders) {
  Mailbox {
    TreeMap<String, List<Head>> copy = new TreeMap<>();
    folders.forEach((path, heads) -> copy.put(path, List.copyOf(heads)));
    folders = Collections.unmodifiableSortedMap(copy);
  }
}
