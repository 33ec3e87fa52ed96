package dev.gill.source.verified;

import dev.gill.model.Identity;
import dev.gill.model.SourceId;
import dev.gill.model.VerifiedAnswer;
import dev.gill.model.VerifiedAnswers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Verified answers in a folder, a file each. A file is replaced in one step, and lies on the disk
 * before it counts.
 */
final class AnswerFolder implements VerifiedAnswers {
  private static final String ENDING = ".json";

  private final VerifiedSettings settings;
  private final Path folder;
  private final Runnable written;

  /**
   * Answers of a source.
   *
   * @param written is run after each change
   */
  AnswerFolder(VerifiedSettings settings, Runnable written) {
    this.settings = settings;
    this.folder = settings.folder();
    this.written = written;
  }

  @Override
  public Optional<SourceId> source() {
    return Optional.of(settings.id());
  }

  @Override
  public List<Identity> verifiers() {
    return settings.verifiers();
  }

  @Override
  public List<Identity> away() {
    return settings.away();
  }

  @Override
  public Duration lasting() {
    return settings.lasting();
  }

  @Override
  public List<VerifiedAnswer> all() {
    try {
      return read();
    } catch (IOException e) {
      throw new UncheckedIOException("The verified answers cannot be read.", e);
    }
  }

  /**
   * All of them, the newest first; none where the folder was never made.
   *
   * @throws IOException with one sentence that says what to do
   */
  List<VerifiedAnswer> read() throws IOException {
    List<VerifiedAnswer> all = new ArrayList<>();
    if (Files.notExists(folder)) {
      return all;
    }
    List<Path> files;
    try (Stream<Path> list = Files.list(folder)) {
      files = list.filter(each -> each.toString().endsWith(ENDING)).sorted().toList();
    } catch (IOException e) {
      throw new IOException(
          "The folder of verified answers below the data folder cannot be read; put it back and let the user that Gill runs as read it.",
          e);
    }
    for (Path file : files) {
      try {
        all.add(AnswerFile.read(Files.readString(file)));
      } catch (IOException e) {
        throw new IOException(
            "The file %s in the folder of verified answers cannot be read; put it back from a backup, or take it out."
                .formatted(file.getFileName()),
            e);
      }
    }
    all.sort(
        Comparator.comparing(VerifiedAnswer::verified)
            .reversed()
            .thenComparing(VerifiedAnswer::id));
    return all;
  }

  /**
   * @throws IOException if the folder is gone, so that nothing can be said of what was in it
   */
  void mustBeThere() throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException(
          "The folder of verified answers below the data folder is gone; put it back from a backup.");
    }
  }

  @Override
  public synchronized void put(VerifiedAnswer answer) {
    try {
      Files.createDirectories(folder);
      Path fresh = Files.createTempFile(folder, "answer", ".new");
      try {
        try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
          ByteBuffer bytes =
              ByteBuffer.wrap(AnswerFile.write(answer).getBytes(StandardCharsets.UTF_8));
          while (bytes.hasRemaining()) {
            out.write(bytes);
          }
          out.force(true);
        }
        Files.move(
            fresh,
            file(answer.id()),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The answer could not be kept; make room on the disk and check the rights of the data folder.",
          e);
    }
    written.run();
  }

  @Override
  public synchronized void remove(String id) {
    try {
      Files.deleteIfExists(file(id));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The answer could not be taken out; check the rights of the data folder.", e);
    }
    written.run();
  }

  private Path file(String id) {
    return folder.resolve(
        URLEncoder.encode(id, StandardCharsets.UTF_8).replace("*", "%2A") + ENDING);
  }
}
