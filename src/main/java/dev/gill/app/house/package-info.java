/**
 * All stages joined to one running whole.
 *
 * <p>May import: everything but {@code surface}, {@code lab} and the rest of {@code app} beside its
 * {@code config}.
 */
package dev.gill.app.house;
