package dev.gill.source.http;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** What came back in one exchange, with its body as it is meant. */
record Reply(int status, HttpHeaders headers, byte[] body) {
  /**
   * Decompresses the body.
   *
   * @throws IOException if it is compressed in a way that was not asked for, is larger than {@code
   *     most} bytes then, or is cut off
   */
  static Reply of(int status, HttpHeaders headers, byte[] sent, long most) throws IOException {
    List<String> codings =
        headers.allValues("Content-Encoding").stream()
            .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
            .filter(coding -> !coding.isEmpty() && !coding.equals("identity"))
            .toList();
    if (codings.isEmpty() || sent.length == 0) {
      return new Reply(status, headers, sent);
    }
    if (!codings.equals(List.of("gzip")) && !codings.equals(List.of("x-gzip"))) {
      throw new FaultException(Fault.CODING);
    }
    return new Reply(status, headers, unpacked(sent, most));
  }

  private static byte[] unpacked(byte[] sent, long most) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(sent))) {
      byte[] bytes = in.readNBytes((int) most + 1);
      if (bytes.length > most) {
        throw new FaultException(Fault.TOO_LARGE);
      }
      return bytes;
    } catch (EOFException e) {
      throw new FaultException(Fault.CUT);
    } catch (ZipException e) {
      throw new FaultException(Fault.CODING);
    }
  }

  /** Whether it sends Gill elsewhere. */
  boolean redirects() {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> true;
      default -> false;
    };
  }

  boolean asksForPause() {
    return status == 429 || (status == 503 && headers.firstValue("Retry-After").isPresent());
  }

  /** Whether it is trouble that may be gone a moment later. */
  boolean passing() {
    return status == 502 || status == 503 || status == 504;
  }
}
