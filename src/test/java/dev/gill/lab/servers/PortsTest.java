package dev.gill.lab.servers;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {
  @TempDir Path folder;

  private Process process(String script) throws IOException {
    return new ProcessBuilder("sh", "-c", script)
        .redirectErrorStream(true)
        .redirectOutput(log().toFile())
        .start();
  }

  private Path log() {
    return folder.resolve("log");
  }

  @Test
  void aServerThatIsOnlySlowIsNotSaidToBeMissingWithoutAReason() throws Exception {
    Process slow = process("exec sleep 600");
    assertThatThrownBy(() -> Ports.await(Ports.free(), slow, Duration.ZERO, "mail server", log()))
        .isInstanceOf(ServerMissingException.class)
        .hasMessageContaining("it runs, but nothing listened on its port")
        .hasMessageEndingWith("It said nothing.");
    slow.onExit().join();
  }

  @Test
  void aServerThatEndsIsSaidToHaveAndWhatItSaid() throws Exception {
    Process silent = process("exit 3");
    assertThatThrownBy(() -> Ports.await(Ports.free(), silent, "mail server", log()))
        .hasMessageContaining("it ended with status 3. It said nothing.");
    Process loud = process("echo no such user; exit 1");
    assertThatThrownBy(() -> Ports.await(Ports.free(), loud, "mail server", log()))
        .hasMessageContaining("it ended with status 1. It said: no such user");
  }
}
