/**
 * What can be configured, and how it becomes sources to follow.
 *
 * <p>May import: {@code source} and its adapters, {@code parse}, {@code sync}, {@code model}, and
 * {@code surface.signin}, for who gets in.
 */
package dev.gill.app.config;
