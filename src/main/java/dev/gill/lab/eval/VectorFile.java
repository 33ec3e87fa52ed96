package dev.gill.lab.eval;

import dev.gill.model.Fingerprint;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A file of vectors that is only appended to: records of 16 bytes of digest and the numbers, 4
 * bytes each, big-endian. What a killed process left half written at the end is dropped.
 */
final class VectorFile implements AutoCloseable {
  private static final int DIGEST = 16;

  private final FileChannel channel;
  private final int dimension;
  private final Map<Fingerprint, float[]> vectors = new ConcurrentHashMap<>();

  private VectorFile(FileChannel channel, int dimension) {
    this.channel = channel;
    this.dimension = dimension;
  }

  static VectorFile open(Path file, int dimension) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    VectorFile opened = new VectorFile(channel, dimension);
    opened.load(file);
    return opened;
  }

  private int record() {
    return DIGEST + Float.BYTES * dimension;
  }

  private void load(Path file) throws IOException {
    long records = channel.size() / record();
    channel.truncate(records * record());
    byte[] digest = new byte[DIGEST];
    try (var in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 20))) {
      for (long i = 0; i < records; i++) {
        in.readFully(digest);
        float[] vector = new float[dimension];
        for (int at = 0; at < dimension; at++) {
          vector[at] = in.readFloat();
        }
        vectors.put(new Fingerprint(HexFormat.of().formatHex(digest)), vector);
      }
    }
    channel.position(channel.size());
  }

  Optional<float[]> get(Fingerprint fingerprint) {
    return Optional.ofNullable(vectors.get(fingerprint));
  }

  synchronized void put(Map<Fingerprint, float[]> made) throws IOException {
    ByteBuffer records = ByteBuffer.allocate(record() * made.size());
    made.forEach(
        (fingerprint, vector) -> {
          records.put(HexFormat.of().parseHex(fingerprint.hex()));
          for (float number : vector) {
            records.putFloat(number);
          }
        });
    records.flip();
    while (records.hasRemaining()) {
      channel.write(records);
    }
    made.forEach(
        (fingerprint, vector) -> vectors.put(fingerprint, Arrays.copyOf(vector, dimension)));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
