/**
 * The text that quotes are cut from, how it is built block by block and line by line, and what all
 * formats share: limits, refusals, what is left out.
 *
 * <p>May import: {@code model}, {@code parse}.
 */
package dev.gill.parse.canonical;
