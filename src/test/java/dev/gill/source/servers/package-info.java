/**
 * Real servers that tests install below {@code target} and start themselves, from the packages of a
 * Debian or Ubuntu machine and without being root. Where that cannot be, their tests are skipped
 * and say why.
 */
package dev.gill.source.servers;
