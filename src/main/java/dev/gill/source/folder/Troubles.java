package dev.gill.source.folder;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** What went wrong with a file, as the end of a sentence that begins with its name. */
final class Troubles {
  /** Beyond this a path may be longer than the system takes: Linux takes 4096 bytes. */
  private static final int LONG_PATH = 1000;

  static final String OUT_OF_FILES =
      "cannot be opened (Too many open files): let Gill open more of them, raise the limit (ulimit -n)";

  private Troubles() {}

  /** Whether a failure is this file's own, and says nothing of the drive that it lies on. */
  static boolean ofOneFile(IOException e, Path path) {
    return e instanceof AccessDeniedException || path.toString().length() > LONG_PATH;
  }

  static String sentence(IOException e) {
    if (e instanceof AccessDeniedException denied && denied.getReason() == null) {
      return "may not be read: let the user that Gill runs as read it, or exclude it";
    }
    return "cannot be read (%s): mend or exclude it".formatted(reason(e));
  }

  /** The system's limit, which says nothing of the file. */
  static boolean isOutOfFiles(IOException e) {
    return reason(e).contains("Too many open files");
  }

  static String tooLarge() {
    return "takes more memory than Gill has (%d MB): give it more by -Xmx in GILL_JAVA_OPTS, or exclude it"
        .formatted(Runtime.getRuntime().maxMemory() >> 20);
  }

  /** The system's own words, without the path that they often begin with. */
  static String reason(IOException e) {
    String reason = e instanceof FileSystemException known ? known.getReason() : e.getMessage();
    return reason == null || reason.isBlank() ? e.getClass().getSimpleName() : reason;
  }
}
