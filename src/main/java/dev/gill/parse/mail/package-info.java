/**
 * E-mails with what they carry, and calendars.
 *
 * <p>May import: {@code model}, what all formats share, and {@code html}, which mails embed.
 */
package dev.gill.parse.mail;
