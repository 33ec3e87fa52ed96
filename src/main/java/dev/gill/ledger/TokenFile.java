package dev.gill.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gill.model.Identity;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The file of access tokens, an object of JSON a line. Commands and the service change it, so a
 * change is made under a lock of the file system and put in place in one step.
 */
final class TokenFile {
  static final String NAME = "tokens.jsonl";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;

  TokenFile(Path folder) {
    this.file = folder.resolve(NAME);
  }

  /** What changes whenever the file does; cheap. */
  record Stamp(long modified, long size, String key) {
    static final Stamp NONE = new Stamp(0, 0, "");
  }

  Stamp stamp() throws IOException {
    if (!Files.exists(file)) {
      return Stamp.NONE;
    }
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    return new Stamp(
        attributes.lastModifiedTime().toMillis(),
        attributes.size(),
        String.valueOf(attributes.fileKey()));
  }

  List<AccessToken> read() throws IOException {
    List<AccessToken> tokens = new ArrayList<>();
    if (Files.exists(file)) {
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        if (!lines.get(i).isBlank()) {
          tokens.add(token(lines.get(i), i + 1));
        }
      }
    }
    return tokens;
  }

  /** Replaces what is in the file; nobody else changes it meanwhile. */
  void change(UnaryOperator<List<AccessToken>> change) throws IOException {
    synchronized (TokenFile.class) { // a process cannot lock what it holds a lock on
      changeAlone(change);
    }
  }

  private void changeAlone(UnaryOperator<List<AccessToken>> change) throws IOException {
    Files.createDirectories(file.getParent());
    Path lock = file.resolveSibling(NAME + ".lock");
    try (FileChannel channel =
            FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      if (!held.isValid()) {
        throw new IOException("%s cannot be locked".formatted(lock));
      }
      write(change.apply(read()));
    }
  }

  private void write(List<AccessToken> tokens) throws IOException {
    Path fresh = Files.createTempFile(file.getParent(), NAME, ".new");
    try {
      if (Files.getFileStore(fresh).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
      }
      Files.write(fresh, tokens.stream().map(TokenFile::line).toList());
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static String line(AccessToken token) {
    ObjectNode line =
        JSON.createObjectNode()
            .put("id", token.id())
            .put("name", token.name())
            .put("realm", token.owner().realm())
            .put("owner", token.owner().id())
            .put("made", token.made().toString())
            .put("until", token.until().toString())
            .put("digest", token.digest());
    token.scopes().stream().sorted().forEach(s -> line.withArray("scopes").add(s.toString()));
    return line.toString();
  }

  private AccessToken token(String line, int number) throws IOException {
    try {
      JsonNode row = JSON.readTree(line);
      Set<TokenScope> scopes =
          StreamSupport.stream(row.path("scopes").spliterator(), false)
              .map(scope -> TokenScope.parse(scope.asText()))
              .collect(Collectors.toSet());
      return new AccessToken(
          row.path("id").asText(),
          row.path("name").asText(),
          new Identity(row.path("realm").asText(), row.path("owner").asText()),
          scopes,
          Instant.parse(row.path("made").asText()),
          Instant.parse(row.path("until").asText()),
          row.path("digest").asText());
    } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
      throw new IOException(
          "%s, line %d is no access token that Gill wrote; take the line out."
              .formatted(file, number),
          e);
    }
  }
}
