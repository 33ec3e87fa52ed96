/**
 * A folder and all that lies in it, found by file events and by sweeps.
 *
 * <p>May import: {@code source}, {@code model}; the only package that imports the directory
 * watcher.
 */
package dev.gill.source.folder;
