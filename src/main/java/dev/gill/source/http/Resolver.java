package dev.gill.source.http;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Looks names up. */
@FunctionalInterface
interface Resolver {
  /** All addresses of a host. */
  InetAddress[] all(String host) throws UnknownHostException;
}
