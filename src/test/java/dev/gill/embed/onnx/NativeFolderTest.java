package dev.gill.embed.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeFolderTest {
  @TempDir private Path data;

  @Test
  void bothLibrariesAreInTheirJarsForThisSystemAndAreUnpackedToBeRun() throws IOException {
    for (NativeLibrary library : List.of(NativeLibrary.onnxRuntime(), NativeLibrary.tokenizers())) {
      assertThat(library.files()).isNotEmpty();
      Path own = new NativeFolder(data).unpack(library);
      assertThat(own).startsWith(data.resolve("native"));
      for (NativeLibrary.Part part : library.files()) {
        assertThat(own.resolve(part.name())).isExecutable().hasSize(part.length());
      }
      assertThat(names(own)).hasSameSizeAs(library.files());
    }
  }

  @Test
  void whatIsThereIsLeftAloneAndWhatIsHalfThereIsMadeWhole() throws IOException {
    NativeLibrary library = library("one", "a library");
    NativeFolder folder = new NativeFolder(data);
    Path file = folder.unpack(library).resolve("one.so");
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
    folder.unpack(library);
    assertThat(Files.getLastModifiedTime(file).toMillis()).isEqualTo(1_000_000);
    Files.writeString(file, "a lib");
    folder.unpack(library);
    assertThat(file).hasContent("a library");
  }

  @Test
  void manyAtOnceAllFindItWhole() throws Exception {
    NativeLibrary library = library("one", "a library".repeat(100_000));
    List<Callable<Long>> starts = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      starts.add(() -> Files.size(new NativeFolder(data).unpack(library).resolve("one.so")));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      for (Future<Long> size : threads.invokeAll(starts)) {
        assertThat(size.get()).isEqualTo(900_000);
      }
    }
    assertThat(names(data.resolve("native/one"))).containsExactly("one.so");
  }

  @Test
  void aDataFolderThatCannotBeWrittenToIsNamed() throws IOException {
    Path taken = Files.writeString(data.resolve("taken"), "a file");
    NativeLibrary library = library("one", "a library");
    assertThatThrownBy(() -> new NativeFolder(taken).unpack(library))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith(
            "The native library one.so cannot be unpacked below the data folder " + taken)
        .hasMessageEndingWith("make it writable or set gill.data to another folder.");
  }

  @Test
  void aDataFolderWithoutRoomIsSaidToBeFull() throws IOException {
    NativeLibrary larger =
        new NativeLibrary(
            "one",
            List.of(
                new NativeLibrary.Part(
                    "one.so", data.resolve("gone").toUri().toURL(), Long.MAX_VALUE)));
    assertThatThrownBy(() -> new NativeFolder(data).unpack(larger))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("The data folder %s is full: one.so needs".formatted(data))
        .hasMessageEndingWith("Make room or set gill.data to another folder.");
    assertThat(names(data.resolve("native/one"))).isEmpty();
  }

  @Test
  void aDataFolderThatLetsNoProgramsBeRunIsSaidToBeSo() throws IOException {
    Path mount = Path.of("/dev/shm");
    assumeTrue(
        Files.isReadable(Path.of("/proc/mounts"))
            && Files.isWritable(mount)
            && Files.readAllLines(Path.of("/proc/mounts")).stream()
                .anyMatch(line -> line.contains(" /dev/shm ") && line.contains("noexec")),
        "/dev/shm is not mounted noexec here");
    Path noexec = Files.createTempDirectory(mount, "gill");
    try {
      assertThatThrownBy(() -> new NativeFolder(noexec).unpack(library("one", "a library")))
          .isInstanceOf(ModelException.class)
          .hasMessageStartingWith("The data folder %s does not allow programs".formatted(noexec))
          .hasMessageEndingWith("mount it without noexec or set gill.data to another folder.");
    } finally {
      Files.deleteIfExists(noexec.resolve("native/one/one.so"));
      Files.deleteIfExists(noexec.resolve("native/one"));
      Files.deleteIfExists(noexec.resolve("native"));
      Files.deleteIfExists(noexec);
    }
  }

  private NativeLibrary library(String name, String content) throws IOException {
    Path packed = Files.writeString(data.resolve("packed"), content);
    return new NativeLibrary(
        name,
        List.of(new NativeLibrary.Part(name + ".so", packed.toUri().toURL(), Files.size(packed))));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
