/**
 * Holds what a chat model says to the passages that it cites, sentence by sentence: pure functions
 * over texts.
 *
 * <p>May import: {@code model}.
 */
package dev.gill.answer.leash;
