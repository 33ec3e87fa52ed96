/**
 * Verified answers as documents: files below the data folder, which the pages write and this source
 * reads. They are Gill's own, so they are all there is of them, and a backup holds them.
 *
 * <p>May import: {@code source}, {@code model}.
 */
package dev.gill.source.verified;
