/**
 * The index, Gill's only durable state: the engine's SPI, and an in-memory engine that is the
 * readable specification of it.
 *
 * <p>May import: {@code model}. No Lucene type appears here; {@code index.lucene} holds the
 * embedded engine.
 */
package dev.gill.index;
