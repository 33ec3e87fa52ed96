/**
 * The HTTP interface under {@code /api}.
 *
 * <p>May import: {@code answer}, {@code model}; for status views {@code index} and {@code sync}.
 */
package dev.gill.surface.rest;
