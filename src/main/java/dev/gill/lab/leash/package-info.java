/**
 * Measures what the leash on a chat model lets through and what it holds back: sentences that the
 * documents say, as they stand, said otherwise or written by people, and the same with one thing
 * made wrong.
 *
 * <p>May import: everything but {@code surface} and {@code app}.
 */
package dev.gill.lab.leash;
