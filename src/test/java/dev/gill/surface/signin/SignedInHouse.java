package dev.gill.surface.signin;

import dev.gill.surface.SmallHouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

/** The small house with a provider at which people sign in, and an address of TLS. */
public class SignedInHouse extends SmallHouse.Profile {
  @Override
  public Map<String, String> getConfigOverrides() {
    Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      settings.put("small-house.issuer", "http://127.0.0.1:" + free.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    settings.put("small-house.url", "https://gill.example.com/");
    settings.put("small-house.asks-per-minute", "600");
    return settings;
  }
}
