/**
 * Where documents come from: the SPI ({@link dev.gill.source.Source}) and, one sub-package per
 * system, its adapters.
 *
 * <p>May import: {@code model}. Adapters never import each other.
 */
package dev.gill.source;
