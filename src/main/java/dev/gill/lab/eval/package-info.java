/**
 * Measures the house on sets of questions whose answers are known: what {@code gill eval} runs.
 *
 * <p>May import: anything but surfaces and {@code app}.
 */
package dev.gill.lab.eval;
