package dev.gill.embed.onnx;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * A native library as it travels in its jar.
 *
 * @param name of the folder that it is unpacked into; another build of it has another name
 * @param files those of its files that are made for this system; none if it is made for others only
 */
record NativeLibrary(String name, List<Part> files) {
  /** A file of it, and how many bytes it holds. */
  record Part(String name, URL packed, long length) {}

  NativeLibrary {
    files = List.copyOf(files);
  }

  /** ONNX Runtime, with what it needs on a GPU where that is in the jar. */
  static NativeLibrary onnxRuntime() throws IOException {
    String arch = arch("x64");
    return find(
        "onnxruntime",
        OrtEnvironment.class,
        "ai/onnxruntime/native/%s-%s/".formatted(system(), arch),
        Stream.of(
                "onnxruntime",
                "onnxruntime4j_jni",
                "onnxruntime_providers_shared",
                "onnxruntime_providers_cuda")
            .map(System::mapLibraryName)
            .toList());
  }

  /** The tokenizers; on Windows with the libraries that they lean on. */
  static NativeLibrary tokenizers() throws IOException {
    return find(
        "tokenizers",
        HuggingFaceTokenizer.class,
        "native/lib/%s-%s/cpu/".formatted(system(), arch("x86_64")),
        List.of(
            System.mapLibraryName("tokenizers"),
            "libwinpthread-1.dll",
            "libgcc_s_seh-1.dll",
            "libstdc++-6.dll"));
  }

  private static NativeLibrary find(
      String name, Class<?> owner, String place, List<String> candidates) throws IOException {
    List<Part> files = new ArrayList<>();
    CRC32 build = new CRC32();
    for (String candidate : candidates) {
      URL packed = owner.getClassLoader().getResource(place + candidate);
      if (packed != null) {
        URLConnection connection = packed.openConnection();
        files.add(new Part(candidate, packed, connection.getContentLengthLong()));
        build.update(Long.toString(checksum(connection)).getBytes(StandardCharsets.US_ASCII));
      }
    }
    return new NativeLibrary("%s-%08x".formatted(name, build.getValue()), files);
  }

  /** As the jar keeps it; outside of a jar the length must do. */
  private static long checksum(URLConnection connection) throws IOException {
    return connection instanceof JarURLConnection jar
        ? jar.getJarEntry().getCrc()
        : connection.getContentLengthLong();
  }

  private static String system() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (name.contains("mac")) {
      return "osx";
    }
    return name.contains("win") ? "win" : "linux";
  }

  private static String arch(String amd64) {
    String arch = System.getProperty("os.arch");
    return arch.equals("amd64") || arch.equals("x86_64") ? amd64 : arch;
  }
}
