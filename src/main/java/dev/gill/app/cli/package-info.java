/**
 * The command line: what {@code ./gill} runs.
 *
 * <p>May import: everything but {@code surface}.
 */
package dev.gill.app.cli;
