/**
 * Answers that a chat model words from passages, each sentence held to what it cites. Whatever goes
 * wrong with it, the quotes come instead.
 *
 * <p>May import: {@code answer}, {@code answer.leash}, {@code model}.
 */
package dev.gill.answer.chat;
