package dev.gill.source.slack;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workspace export in the form that Slack documents: lists, and a folder a channel. */
final class ExportFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final SortedMap<String, List<Map<String, Object>>> parts = new TreeMap<>();
  private int written;

  ExportFile(Path file) {
    this.file = file;
    parts.put("users.json", new ArrayList<>());
    parts.put("channels.json", new ArrayList<>());
  }

  ExportFile add(String part, Map<String, Object> element) {
    parts.computeIfAbsent(part, _ -> new ArrayList<>()).add(element);
    return this;
  }

  ExportFile user(String id, String name) {
    return add(
        "users.json",
        Map.of(
            "id",
            id,
            "team_id",
            "T1",
            "name",
            name,
            "is_email_confirmed",
            true,
            "profile",
            Map.of("display_name", name, "email", name + "@lab.example")));
  }

  ExportFile channel(String list, String id, String name, String... members) {
    return add(list, Map.of("id", id, "name", name, "members", List.of(members)));
  }

  ExportFile message(String day, String ts, String user, String text, String thread) {
    return add(
        day, Map.of("type", "message", "ts", ts, "user", user, "text", text, "thread_ts", thread));
  }

  void removeDays() {
    parts.keySet().removeIf(part -> part.contains("/"));
  }

  /** Writes it; what is written later is of another size. */
  void write() throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, List<Map<String, Object>>> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(JSON.writeValueAsBytes(part.getValue()));
        zip.closeEntry();
      }
      zip.putNextEntry(new ZipEntry("integration_logs.json"));
      zip.write("[]".concat(" ".repeat(++written)).getBytes(StandardCharsets.UTF_8));
      zip.setComment("x".repeat(written));
    }
  }
}
