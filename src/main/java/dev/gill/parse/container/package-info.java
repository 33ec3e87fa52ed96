/**
 * Files that hold files: zip archives and the compound files of Office 97 to 2003, within limits.
 *
 * <p>May import: {@code parse.canonical}.
 */
package dev.gill.parse.container;
