/**
 * The embedded engine, on Apache Lucene.
 *
 * <p>May import: {@code index}, {@code model}; the only package that imports Lucene's index
 * classes.
 */
package dev.gill.index.lucene;
