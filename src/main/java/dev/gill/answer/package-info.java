/**
 * From passages to an answer: quotes, citation check, refusal.
 *
 * <p>May import: {@code retrieve}, {@code model}.
 */
package dev.gill.answer;
