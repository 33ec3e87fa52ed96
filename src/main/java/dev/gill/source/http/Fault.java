package dev.gill.source.http;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * Why an exchange brought no whole answer, said from the kind of the exception alone: the words of
 * servers and libraries may repeat secrets.
 */
enum Fault {
  INNER_ADDRESS(
      false,
      "%s leads to an address of an inner network: if that is meant, list the host among the internal hosts of source %s"),
  TOO_LARGE(
      false,
      "%s sends more than is taken in: raise the largest size of source %s, or leave the document out"),
  LATE(
      false,
      "%s does not finish its answer in time: check the server, or raise the time-out of source %s"),
  SILENT(false, "%s does not answer in time: check the server, or raise the time-out of source %s"),
  UNKNOWN(false, "%s is not known by this name: check the address of source %s"),
  UNTRUSTED(
      false,
      "%s cannot be spoken to in private: check its certificate, and the address of source %s"),
  NONSENSE(false, "%s does not answer as a web server does: check the address of source %s"),
  CODING(
      false,
      "%s answers in a form that was not asked for: check the server of source %s, and what lies in front of it"),
  UNREACHABLE(true, "%s takes no connection: check that it runs, and the address of source %s"),
  CUT(
      true,
      "%s breaks off before its answer is whole: look at its log, and check the network on the way to source %s");

  private final boolean passing;
  private final String sentence;

  Fault(boolean passing, String sentence) {
    this.passing = passing;
    this.sentence = sentence;
  }

  /** Whether it may be gone a moment later. */
  boolean passing() {
    return passing;
  }

  /** With a place for the host and one for the source. */
  String sentence() {
    return sentence;
  }

  static Fault of(Throwable e) {
    if (e instanceof FaultException own) {
      return own.fault();
    }
    if (has(e, HttpTimeoutException.class::isInstance)) {
      return SILENT;
    }
    if (has(e, SSLException.class::isInstance)) {
      return UNTRUSTED;
    }
    if (has(e, Fault::unresolved)) {
      return UNKNOWN;
    }
    if (has(e, c -> c instanceof ConnectException || c instanceof NoRouteToHostException)) {
      return UNREACHABLE;
    }
    return has(e, ProtocolException.class::isInstance) ? NONSENSE : CUT;
  }

  private static boolean unresolved(Throwable e) {
    return e instanceof UnknownHostException
        || e instanceof java.nio.channels.UnresolvedAddressException;
  }

  private static boolean has(Throwable e, Predicate<Throwable> kind) {
    return Stream.iterate(e, t -> t != null, Throwable::getCause).anyMatch(kind);
  }
}
