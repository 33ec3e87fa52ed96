/**
 * DingTalk: messages to a robot of one's own, and mentions of it in groups, answered in Markdown.
 * DingTalk does not say who is in a group, so what is said there is what everyone may read.
 *
 * <p>May import: {@code surface.chat}, {@code surface.signing}, {@code surface}, {@code ledger},
 * {@code model}.
 */
package dev.gill.surface.dingtalk;
