/**
 * All stages joined to one running whole. {@code Opening} opens the index that there is; {@code
 * Serving} asks what stands now; {@code Renewal} builds another index beside it, where the models
 * have changed, and puts it in use.
 *
 * <p>May import: everything but {@code surface}, {@code lab} and the rest of {@code app} beside its
 * {@code config}.
 */
package dev.gill.app.house;
