package dev.gill.source.http;

import java.io.IOException;

/** An exchange that was broken off on this side. */
final class FaultException extends IOException {
  private static final long serialVersionUID = 1L;

  private final Fault fault;

  FaultException(Fault fault) {
    super(fault.name());
    this.fault = fault;
  }

  Fault fault() {
    return fault;
  }
}
