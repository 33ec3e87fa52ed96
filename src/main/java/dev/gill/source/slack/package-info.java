/**
 * Follows the channels of a Slack workspace that its app was invited to, or reads an export of one.
 * {@code Following} decides which request is worth while next and keeps what was read in {@code
 * Archive}, so that neither a restart nor an index that is built anew reads it again; {@code Rooms}
 * makes of it what {@code source.chat} joins.
 */
package dev.gill.source.slack;
