/**
 * Mail: folders of an IMAP server, and folders of {@code .eml} files and {@code mbox} files. A
 * thread is one conversation, an attachment a document of its own.
 *
 * <p>{@link dev.gill.source.mail.MailStore} is where mail lies; what makes conversations of it
 * knows no store. Angus Mail is known to the classes that speak IMAP alone.
 *
 * <p>May import: {@code source}, {@code source.sweep}, {@code model}.
 */
package dev.gill.source.mail;
