package dev.gill.parse.container;

import dev.gill.parse.canonical.Limits;
import dev.gill.parse.canonical.Refused;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.util.ZipFileZipEntrySource;

/**
 * The ZIP file that an office document is, unpacked once without keeping anything, to see that it
 * is whole and no bomb. Parsers then read through the same directory, so that none of them sees
 * what was not counted.
 */
public final class Archive implements AutoCloseable {
  private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
  private static final int MOST_ENTRIES = 10_000;
  private static final int BUFFER = 1 << 16;

  private final ZipFile zip;

  private Archive(ZipFile zip) {
    this.zip = zip;
  }

  /**
   * Opens and checks it.
   *
   * @throws Refused if it is encrypted, an old binary format, or unpacks beyond the limits
   */
  public static Archive open(byte[] bytes, Limits limits) throws IOException {
    refuseBinary(bytes);
    ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes)).get();
    try {
      check(zip, limits);
      return new Archive(zip);
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private static void refuseBinary(byte[] bytes) {
    if (!BinaryFile.is(bytes)) {
      return;
    }
    for (int i = 0; i + ENCRYPTED.length <= bytes.length; i++) {
      if (Arrays.equals(bytes, i, i + ENCRYPTED.length, ENCRYPTED, 0, ENCRYPTED.length)) {
        throw Refused.encrypted();
      }
    }
    throw new Refused("The file is in an old binary format; save it in the present one.");
  }

  private static void check(ZipFile zip, Limits limits) throws IOException {
    long left = limits.inflatedBytes();
    long markupLeft = limits.markupBytes();
    int entries = 0;
    byte[] buffer = new byte[BUFFER];
    for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
      if (entry.getGeneralPurposeBit().usesEncryption()) {
        throw Refused.encrypted();
      }
      boolean markup = isHeldInMemory(entry.getName());
      try (InputStream in = zip.getInputStream(entry)) {
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          left -= read;
          markupLeft -= markup ? read : 0;
          if (left < 0 || markupLeft < 0) {
            throw Refused.bomb();
          }
        }
      }
      if (++entries > MOST_ENTRIES) {
        throw Refused.bomb();
      }
    }
  }

  /** Worksheets are read as a stream; all other XML becomes a tree many times its size. */
  private static boolean isHeldInMemory(String name) {
    return (name.endsWith(".xml") || name.endsWith(".rels")) && !name.startsWith("xl/worksheets/");
  }

  /** The office document inside, closed with this archive. */
  public OPCPackage office() throws IOException {
    try {
      return OPCPackage.open(new ZipFileZipEntrySource(zip));
    } catch (InvalidFormatException e) {
      throw new IOException(e);
    }
  }

  /**
   * The name of the entry that another one refers to.
   *
   * @param folder of the one that refers to it; empty, or with a slash at its end
   */
  public static String resolved(String folder, String target) {
    Deque<String> path = new ArrayDeque<>();
    String whole = target.startsWith("/") ? target : folder + target;
    for (String step : whole.split("/")) {
      if (step.equals("..")) {
        path.pollLast();
      } else if (!step.isEmpty() && !step.equals(".")) {
        path.addLast(step);
      }
    }
    return String.join("/", path);
  }

  public boolean has(String name) {
    return zip.getEntry(name) != null;
  }

  /**
   * One entry.
   *
   * @throws IOException if there is none of this name
   */
  public InputStream entry(String name) throws IOException {
    ZipArchiveEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new IOException("no entry " + name);
    }
    return new FilterInputStream(zip.getInputStream(entry)) {};
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
