/**
 * From a question to ranked passages: both legs on one snapshot, fused.
 *
 * <p>May import: {@code embed}, {@code index}, {@code model}, {@code translate}.
 */
package dev.gill.retrieve;
