/**
 * Proof: the digest that {@code gill verify} compares, replays of real histories.
 *
 * <p>May import: anything but surfaces and {@code app}.
 */
package dev.gill.lab;
