/**
 * Real servers that are started below a folder, from the packages of a Debian or Ubuntu machine: a
 * MediaWiki, a DokuWiki, Dovecot and rclone, each with a client that edits it. Campaigns and tests
 * run against them.
 *
 * <p>May import: the JDK, the mail library for a client of Dovecot, and Jackson. Nothing of Gill.
 */
package dev.gill.lab.servers;
