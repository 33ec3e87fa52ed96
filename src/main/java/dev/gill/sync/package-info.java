/**
 * Keeps the index in step with the sources. {@code Breathing} follows each source in a {@code
 * SourceLoop} on a thread of its own. A {@code Pipeline} takes one batch of changes in, in one
 * direction: poll, classify, parse and chunk, find vectors, make those that are missing, build the
 * changeset, commit with the cursor. Its steps wait in a fresh and a bulk queue, so that an edit
 * overtakes a first pass by its place in line. {@code Succession} says when an index that is filled
 * beside another one can take its place.
 *
 * <p>May import: {@code source}, {@code parse}, {@code chunk}, {@code embed}, {@code index}, {@code
 * model}.
 */
package dev.gill.sync;
