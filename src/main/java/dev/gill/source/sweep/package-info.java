/**
 * What adapters share whose system can list all its documents: {@link dev.gill.source.sweep.Sweep}
 * compares a {@link dev.gill.source.sweep.Listing} with what was reported before, reads what
 * differs, and cuts it into pages. A {@link dev.gill.source.sweep.Journal} below the data folder
 * keeps what was reported, so that neither a restart nor a first pass that is cut short reads
 * anything twice.
 *
 * <p>May import: {@code source}, {@code model} and the JDK. Only adapters import it.
 */
package dev.gill.source.sweep;
