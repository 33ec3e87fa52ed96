package dev.gill.source.mail;

import dev.gill.model.SourceId;
import dev.gill.source.Redaction;
import dev.gill.source.SourceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder of {@code .eml} and {@code mbox} files with all that lie in it, or one {@code mbox}.
 * What has the size and the time that it had is not read again.
 */
final class FileStore implements MailStore {
  private static final int LARGEST = 64 << 20;

  /** A file as it was when it was read. */
  private record Known(long size, Instant modified, List<Head> heads) {}

  private final SourceId source;
  private final Path root;
  private Map<Path, Known> known = new HashMap<>();
  private Optional<Mailbox> last = Optional.empty();

  FileStore(SourceId source, Path root) {
    this.source = source;
    this.root = root.toAbsolutePath().normalize();
  }

  @Override
  public Mailbox look() throws SourceException, InterruptedException {
    Map<Path, Known> now = new HashMap<>();
    SortedMap<String, List<Head>> folders = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted().toList()) {
        if (Thread.interrupted()) {
          throw new InterruptedException("asked to stop while reading mail");
        }
        if (isMail(file)) {
          take(file, now, folders);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      throw failed(e);
    }
    known = now;
    Mailbox mailbox = new Mailbox(folders);
    if (last.filter(mailbox::equals).isEmpty()) {
      last = Optional.of(mailbox);
    }
    return last.get();
  }

  private boolean isMail(Path file) {
    String name = file.getFileName().toString();
    boolean hidden = name.startsWith(".") && !file.equals(root);
    return !hidden
        && (isMessage(name) || isMbox(name) || file.equals(root))
        && Files.isRegularFile(file);
  }

  private static boolean isMessage(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".eml");
  }

  private static boolean isMbox(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".mbox") || lower.endsWith(".mbx") || lower.equals("mbox");
  }

  private void take(Path file, Map<Path, Known> now, SortedMap<String, List<Head>> folders)
      throws IOException {
    BasicFileAttributes stat;
    try {
      stat = Files.readAttributes(file, BasicFileAttributes.class);
    } catch (NoSuchFileException e) {
      return;
    }
    Instant modified = stat.lastModifiedTime().toInstant();
    Known before = known.get(file);
    Known read =
        before != null && before.size() == stat.size() && before.modified().equals(modified)
            ? before
            : new Known(stat.size(), modified, heads(file, stat.size(), modified));
    now.put(file, read);
    folders.computeIfAbsent(folder(file), _ -> new ArrayList<>()).addAll(read.heads());
  }

  /** The path of its folder; an mbox is a folder of its own. */
  private String folder(Path file) {
    if (file.equals(root)) {
      return "";
    }
    Path inside = isMessage(file.getFileName().toString()) ? file.getParent() : file;
    String path =
        root.relativize(inside).toString().replace(file.getFileSystem().getSeparator(), "/");
    return path.replaceFirst("(?i)(?:/?\\.?mbo?x)$", "");
  }

  private List<Head> heads(Path file, long size, Instant modified) throws IOException {
    String place = root.relativize(file).toString();
    if (!isMessage(file.getFileName().toString())) {
      return Mbox.heads(file, place);
    }
    String ref = "%s %d %s".formatted(place, size, modified);
    try {
      return size > LARGEST
          ? List.of(unread(ref, place, modified, size))
          : List.of(Mime.of(Files.readAllBytes(file)).head(ref, modified, size));
    } catch (MessageException e) {
      return List.of(unread(ref, place, modified, size));
    }
  }

  /** It is listed, so that reading it says what is wrong with it. */
  private static Head unread(String ref, String place, Instant modified, long size) {
    Heads.Fields fields = new Heads.Fields("", "", "", place);
    return Heads.of(ref, fields, Set.of(), Optional.empty(), modified, size, List.of());
  }

  @Override
  public Optional<byte[]> read(String folder, Head head) throws SourceException, MessageException {
    String place = head.ref().replaceFirst(" ?\\d+ \\S+$", "");
    Path file = place.isEmpty() ? root : root.resolve(place);
    try {
      return isMessage(file.getFileName().toString())
          ? Optional.of(Files.readAllBytes(file))
          : Mbox.read(file, head);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new MessageException(
          "%s cannot be read: let the user that Gill runs as read it."
              .formatted(file.getFileName()));
    }
  }

  private SourceException failed(Exception e) {
    return new SourceException.Broken(
        "The mail at %s of source %s cannot be read: check gill.sources.%s.path, and let the user that Gill runs as read it."
            .formatted(Redaction.path(root), source, source),
        e);
  }

  @Override
  public void close() {}
}
