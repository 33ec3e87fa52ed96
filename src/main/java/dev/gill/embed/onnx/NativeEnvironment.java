package dev.gill.embed.onnx;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/** The environment of this process as native libraries see it; Java itself can only read it. */
final class NativeEnvironment {
  private NativeEnvironment() {}

  /**
   * Sets a variable, whatever its value was. Where the system has no {@code setenv} (Windows)
   * nothing is done.
   *
   * @throws IllegalStateException if the system refuses
   */
  static void set(String name, String value) {
    if (value.equals(System.getenv(name))) {
      return;
    }
    Optional<MemorySegment> setenv = Linker.nativeLinker().defaultLookup().find("setenv");
    if (setenv.isPresent() && call(setenv.get(), name, value) != 0) {
      throw new IllegalStateException(
          "the environment variable %s cannot be set in this process".formatted(name));
    }
  }

  @SuppressWarnings("restricted") // it is C's own function, called as C declares it
  private static int call(MemorySegment setenv, String name, String value) {
    FunctionDescriptor shape = FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT);
    try (Arena arena = Arena.ofConfined()) {
      return (int)
          Linker.nativeLinker()
              .downcallHandle(setenv, shape)
              .invokeExact(arena.allocateFrom(name), arena.allocateFrom(value), 1);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
