package dev.gill.source.git;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * Keeps JGit to what Gill is configured for, and quiet about it. Left alone it obeys the
 * configuration of whoever runs it (other addresses, proxies, credentials), and to learn how fine
 * time stamps are it writes probe files into the repositories it reads and notes into the user's
 * home.
 */
final class QuietSystem extends SystemReader.Delegate {
  private QuietSystem(SystemReader system) {
    super(system);
  }

  /** Loggers of what goes over the wire, whose words may hold secrets, at whatever level. */
  private static final List<Logger> SILENT =
      Stream.of(
              "org.eclipse.jgit.transport.TransportHttp",
              "org.eclipse.jgit.transport.FetchProcess",
              "org.eclipse.jgit.transport.HttpConfig",
              "org.eclipse.jgit.transport.HttpConfig$1",
              "org.eclipse.jgit.transport.PacketLineIn",
              "org.eclipse.jgit.transport.PacketLineOut",
              "org.eclipse.jgit.transport.SideBandInputStream",
              "org.eclipse.jgit.util.HttpSupport",
              "org.eclipse.jgit.internal.transport.http.NetscapeCookieFile",
              "sun.net.www.http.HttpClient",
              "sun.net.www.protocol.http.HttpURLConnection")
          .map(Logger::getLogger)
          .toList();

  /** Installs it, once for the whole process. */
  static synchronized void install() {
    SILENT.forEach(logger -> logger.setFilter(entry -> false));
    if (!(SystemReader.getInstance() instanceof QuietSystem)) {
      SystemReader.setInstance(new QuietSystem(SystemReader.getInstance()));
    }
  }

  @Override
  public String getenv(String variable) {
    return variable.startsWith("GIT_") ? null : super.getenv(variable);
  }

  @Override
  public FileBasedConfig openUserConfig(Config parent, FS fs) {
    return new Blank(parent, fs);
  }

  @Override
  public FileBasedConfig openSystemConfig(Config parent, FS fs) {
    return new Blank(parent, fs);
  }

  @Override
  public FileBasedConfig openJGitConfig(Config parent, FS fs) {
    return new Blank(parent, fs);
  }

  /** No configuration at all, but an answer to how fine time stamps are: as coarse as FAT's. */
  private static final class Blank extends FileBasedConfig {
    private static final long COARSEST_STAMP_NANOS = TimeUnit.SECONDS.toNanos(2);

    Blank(Config parent, FS fs) {
      super(parent, null, fs);
    }

    @Override
    public long getTimeUnit(
        String section, String subsection, String name, long otherwise, TimeUnit unit) {
      return section.equals("filesystem")
          ? unit.convert(COARSEST_STAMP_NANOS, TimeUnit.NANOSECONDS)
          : super.getTimeUnit(section, subsection, name, otherwise, unit);
    }

    @Override
    public void load() {}

    @Override
    public void save() {}

    @Override
    public boolean isOutdated() {
      return false;
    }
  }
}
