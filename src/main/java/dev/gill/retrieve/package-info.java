/**
 * From a question to ranked passages: both legs on one snapshot, fused.
 *
 * <p>May import: {@code embed}, {@code index}, {@code model}.
 */
package dev.gill.retrieve;
