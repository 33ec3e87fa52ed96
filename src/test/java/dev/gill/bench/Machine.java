package dev.gill.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What it was measured on.
 *
 * @param heapMb the most heap that this process may take
 * @param load how many threads wanted a core in the last minute, this process's included; more than
 *     there are cores makes times long and uneven
 */
record Machine(
    String cpu, int cores, long memoryMb, long heapMb, String java, String system, double load) {
  static Machine present() {
    Runtime runtime = Runtime.getRuntime();
    return new Machine(
        field("/proc/cpuinfo", "model name"),
        runtime.availableProcessors(),
        kilobytes("/proc/meminfo", "MemTotal") >> 10,
        runtime.maxMemory() >> 20,
        Runtime.version().toString(),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  /** A size that the kernel tells, in kB; 0 where it tells none. */
  static long kilobytes(String file, String name) {
    String digits = field(file, name).replaceAll("\\D", "");
    return digits.isEmpty() ? 0 : Long.parseLong(digits);
  }

  private static String field(String file, String name) {
    try {
      return Files.readAllLines(Path.of(file)).stream()
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    } catch (IOException e) {
      return "unknown";
    }
  }

  @Override
  public String toString() {
    return "%s, %d cores, %,d MB, heap %,d MB, Java %s, %s, load %.1f"
        .formatted(cpu, cores, memoryMb, heapMb, java, system, load);
  }
}
