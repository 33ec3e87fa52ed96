/**
 * Slack: slash commands, mentions, direct messages and the app's home, by HTTP or by Socket Mode.
 * {@code SlackRequests} lets in what Slack signed, {@code SlackCalls} says what is asked, and
 * {@code BlockKit} draws what is answered; the official SDK is known by {@code SdkSlack} and {@code
 * SocketMode} alone.
 *
 * <p>May import: {@code surface.chat}, {@code surface.signing}, {@code surface}, {@code ledger},
 * {@code model}.
 */
package dev.gill.surface.slack;
