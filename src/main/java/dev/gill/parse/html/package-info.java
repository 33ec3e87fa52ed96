/**
 * Web pages, and HTML that other formats embed.
 *
 * <p>May import: {@code model} and what all formats share.
 */
package dev.gill.parse.html;
