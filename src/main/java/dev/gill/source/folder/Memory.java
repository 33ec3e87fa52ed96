package dev.gill.source.folder;

import dev.gill.model.Cursor;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All that was reported of a folder since the source was built, with a digest that keeps step. */
final class Memory {
  private static final Pattern CURSOR = Pattern.compile("files=(\\d+) root=([0-9a-f]+) .*");

  private final TreeMap<String, Known> documents = new TreeMap<>();
  private long digest;

  SortedMap<String, Known> documents() {
    return documents;
  }

  Optional<Known> get(String key) {
    return Optional.ofNullable(documents.get(key));
  }

  void put(String key, Known known) {
    remove(key);
    documents.put(key, known);
    digest += hash(key + '\0' + known.reported());
  }

  /** Whether there was anything to remove. */
  boolean remove(String key) {
    Known known = documents.remove(key);
    if (known != null) {
      digest -= hash(key + '\0' + known.reported());
    }
    return known != null;
  }

  /** What is known of a path and of all that lies beneath it. */
  SortedMap<String, Known> beneath(String key) {
    if (key.isEmpty()) {
      return documents;
    }
    SortedMap<String, Known> found = new TreeMap<>(documents.subMap(key + "/", key + "0"));
    get(key).ifPresent(known -> found.put(key, known));
    return found;
  }

  /** The same for the same documents under the same root; another one within a pass. */
  Cursor cursor(Object root, boolean more) {
    return new Cursor(
        "files=%d root=%s state=%016x%s"
            .formatted(documents.size(), rootMark(root), digest, more ? " more" : ""));
  }

  /** How many files a cursor stands for. */
  static String describe(Cursor cursor) {
    Matcher matcher = CURSOR.matcher(cursor.value());
    if (!matcher.matches()) {
      return "";
    }
    return matcher.group(1).equals("1") ? "1 file" : matcher.group(1) + " files";
  }

  /** Whether a cursor stands for documents under another root than this one. */
  static boolean heldElsewhere(Cursor cursor, Object root) {
    Matcher matcher = CURSOR.matcher(cursor.value());
    return matcher.matches()
        && !matcher.group(1).equals("0")
        && !matcher.group(2).equals(rootMark(root));
  }

  private static String rootMark(Object root) {
    return "%016x".formatted(hash(root.toString()));
  }

  private static long hash(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes)).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
