/**
 * The pages that people see in a browser.
 *
 * <p>May import: {@code answer}, {@code model}; for status views {@code index} and {@code sync}.
 */
package dev.gill.surface.web;
