/**
 * What the chats share: who asks and who reads along, what is answered to one and what to all, what
 * may be shared, and what an answer looks like before a product draws it. A product (Slack, Lark)
 * brings a {@code Roster}, which knows its people, and a {@code Speaker}, which says things.
 *
 * <p>May import: {@code surface}, {@code answer}, {@code ledger}, {@code index}, {@code sync},
 * {@code model}.
 */
package dev.gill.surface.chat;
