/**
 * The words that the whole house speaks: ids, texts and places in them, questions and answers, as
 * records and sealed types.
 *
 * <p>May import: the JDK, and ICU for simplified characters. Everything here is immutable and free
 * of I/O, clocks and randomness.
 */
package dev.gill.model;
