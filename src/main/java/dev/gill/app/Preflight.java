package dev.gill.app;

import dev.gill.app.config.AnswerModels;
import dev.gill.app.config.Chats;
import dev.gill.app.config.ConfigException;
import dev.gill.app.config.ConfigFile;
import dev.gill.app.config.GapSettings;
import dev.gill.app.config.GillConfig;
import dev.gill.app.config.LedgerSettings;
import dev.gill.app.config.SignInConfigs;
import dev.gill.app.config.Sources;
import dev.gill.surface.signin.SignIn;
import io.smallrye.config.SmallRyeConfig;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** Looks before the start at what most often is wrong, so that it can be said in one sentence. */
final class Preflight {
  private static final long MEGABYTE = 1_000_000;
  private static final long FIRST_BYTES = 64 * MEGABYTE;
  private static final long LEAST_BYTES = 2 * MEGABYTE;

  private Preflight() {}

  /**
   * Checks that sources can be made of the configuration, that watched folders are there, that what
   * concerns the network is right, and that the port is free.
   *
   * @throws ConfigException saying what to change
   */
  static void check(SmallRyeConfig config) {
    GillConfig gill = ConfigFile.of(config);
    new Sources(gill, Clock.systemUTC()).check();
    SignIn signIn = SignInConfigs.of(gill, Reached.listening(config));
    SignInConfigs.admins(gill);
    Reached.rate(gill, signIn);
    Reached.as(gill, config);
    Reached.pages(gill);
    Chats.slack(gill);
    Chats.lark(gill);
    Chats.dingTalk(gill);
    Reached.within(gill);
    Reached.atOnce(gill);
    AnswerModels.of(gill);
    if (LedgerSettings.days(gill) > 0) {
      LedgerSettings.database(gill);
    }
    GapSettings.webhook(gill);
    GapSettings.channel(gill);
    GapSettings.asked(gill);
    models(gill.models());
    writable(gill.data());
    room(gill.data());
    port(config);
  }

  private static void models(Path models) {
    if (!Files.isDirectory(models)) {
      throw new ConfigException(
          "The folder %s for models is not there; set gill.models to the one that holds a folder for each model."
              .formatted(models));
    }
  }

  private static void writable(Path data) {
    try {
      Files.createDirectories(data);
    } catch (IOException e) {
      throw new ConfigException(
          "The data folder %s cannot be made; set gill.data to a folder that can be written to."
              .formatted(data),
          e);
    }
    if (!Files.isWritable(data)) {
      throw new ConfigException(
          "The data folder %s cannot be written to; change its rights or set gill.data to another."
              .formatted(data));
    }
  }

  /** The native libraries alone take most of it, unless they are there already. */
  private static void room(Path data) {
    long needed = Files.isDirectory(data.resolve("native")) ? LEAST_BYTES : FIRST_BYTES;
    try {
      long free = Files.getFileStore(data).getUsableSpace();
      if (free < needed) {
        throw new ConfigException(
            "The data folder %s is full: %d MB are free and %d MB are needed to start; make room or set gill.data to a folder on another disk."
                .formatted(data, free / MEGABYTE, needed / MEGABYTE));
      }
    } catch (IOException e) {
      throw new ConfigException(
          "The data folder %s cannot be looked at; check its disk or set gill.data to another."
              .formatted(data),
          e);
    }
  }

  private static void port(SmallRyeConfig config) {
    int port = ConfigFile.port(config);
    String host = config.getOptionalValue("quarkus.http.host", String.class).orElse("localhost");
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(host))) {
      socket.setReuseAddress(true);
    } catch (BindException e) {
      throw new ConfigException(
          "Port %d on %s is taken; stop what uses it or set quarkus.http.port to another."
              .formatted(port, host),
          e);
    } catch (UnknownHostException e) {
      throw new ConfigException(
          "The host %s is not known here; set quarkus.http.host to localhost or 0.0.0.0."
              .formatted(host),
          e);
    } catch (IOException e) {
      throw new ConfigException(
          "Port %d on %s cannot be used: %s.".formatted(port, host, e.getMessage()), e);
    }
  }
}
