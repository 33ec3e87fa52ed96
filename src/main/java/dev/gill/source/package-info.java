/**
 * Where documents come from: the SPI ({@link dev.gill.source.Source} and {@link
 * dev.gill.source.SourceType}, which names, configures, makes and checks it) and, one sub-package
 * per system, its adapters.
 *
 * <p>What is shown of a place is decided here for all adapters: {@link dev.gill.source.Address} for
 * servers, {@link dev.gill.source.Redaction} for paths.
 *
 * <p>May import: {@code model}. Adapters never import each other.
 */
package dev.gill.source;
