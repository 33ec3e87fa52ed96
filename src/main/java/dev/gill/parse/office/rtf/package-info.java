/**
 * Rich Text Format, as it reads with all changes accepted. Mails of Outlook hold it too, with a web
 * page inside.
 *
 * <p>May import: {@code model}, {@code office} and what all formats share.
 */
package dev.gill.parse.office.rtf;
