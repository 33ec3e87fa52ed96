/**
 * What people asked in vain: the trail's questions grouped by what they mean, and word of those
 * that are asked again and again.
 *
 * <p>May import: {@code ledger}, {@code embed}, {@code answer}, {@code index}, {@code model}.
 */
package dev.gill.gaps;
