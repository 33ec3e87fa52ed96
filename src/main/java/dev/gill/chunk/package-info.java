/**
 * Pure functions from a parsed document to chunks, and from stored and wanted chunks to what must
 * be embedded.
 *
 * <p>May import: {@code model}, {@code parse}; no I/O, no clock.
 */
package dev.gill.chunk;
