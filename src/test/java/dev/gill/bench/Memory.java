package dev.gill.bench;

/**
 * What a process takes of the machine's memory, in MB.
 *
 * @param resident all of it, and the parts it is made of: its own, and pages of files, which the
 *     system takes back when others need them
 * @param peak the most that it ever took
 */
record Memory(double resident, double own, double files, double peak) {
  private static final double KB = 1.0 / 1024;

  static Memory of(long process) {
    String status = "/proc/%d/status".formatted(process);
    return new Memory(
        Machine.kilobytes(status, "VmRSS") * KB,
        Machine.kilobytes(status, "RssAnon") * KB,
        (Machine.kilobytes(status, "RssFile") + Machine.kilobytes(status, "RssShmem")) * KB,
        Machine.kilobytes(status, "VmHWM") * KB);
  }

  Row row(String name) {
    return Row.of(name)
        .with("resident MB", resident)
        .with("its own MB", own)
        .with("of files MB", files)
        .with("peak MB", peak);
  }
}
