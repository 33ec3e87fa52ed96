/**
 * What the formats of office suites share: lines of runs, drawings, charts, number formats.
 *
 * <p>May import: {@code model} and what all formats share.
 */
package dev.gill.parse.office;
