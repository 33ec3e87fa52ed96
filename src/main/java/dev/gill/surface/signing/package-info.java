/**
 * How other systems prove that a request is theirs, for every surface that takes such requests:
 * their signatures, and that each is taken once and only while it is fresh.
 *
 * <p>May import: nothing of Gill's.
 */
package dev.gill.surface.signing;
