/**
 * The breathing loop: poll, parse, chunk, compare, embed what is new, commit with the cursor.
 *
 * <p>May import: {@code source}, {@code parse}, {@code chunk}, {@code embed}, {@code index}, {@code
 * model}.
 */
package dev.gill.sync;
