package dev.gill.source.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The parts of an export: lists at its root, and a folder a channel with a file a day. */
final class ExportZip implements AutoCloseable {
  private static final int LARGEST = 256 << 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ZipFile zip;

  ExportZip(Path file) throws IOException {
    this.zip = new ZipFile(file.toFile());
  }

  /** The elements of a list; empty if it is not there. */
  Optional<List<JsonNode>> array(String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      return Optional.empty();
    }
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new IOException("a part of it is larger than 256 MiB");
      }
      List<JsonNode> elements = new ArrayList<>();
      JSON.readTree(bytes).forEach(elements::add);
      return Optional.of(elements);
    }
  }

  boolean holds(String folder) {
    return !days(folder).isEmpty();
  }

  /** The names of a channel's days, in order. */
  List<String> days(String folder) {
    Pattern day = Pattern.compile(Pattern.quote(folder) + "/\\d{4}-\\d{2}-\\d{2}\\.json");
    return zip.stream()
        .map(ZipEntry::getName)
        .filter(name -> day.matcher(name).matches())
        .sorted()
        .toList();
  }

  static IOException missing() {
    return new IOException("it holds no users.json");
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
