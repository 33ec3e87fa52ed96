/**
 * Presentations of PowerPoint, present and of 97 to 2003.
 *
 * <p>May import: {@code model}, {@code office} and what all formats share.
 */
package dev.gill.parse.office.slides;
