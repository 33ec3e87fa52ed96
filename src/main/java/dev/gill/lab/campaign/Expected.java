package dev.gill.lab.campaign;

import java.util.Set;

/**
 * What a document must be like in the index.
 *
 * @param mark a word that its text holds, and no other's
 * @param readers the names of those who may read it
 */
record Expected(String mark, Set<String> readers) {
  Expected {
    readers = Set.copyOf(readers);
  }
}
