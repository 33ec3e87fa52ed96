/**
 * Lark, which is Feishu in China: direct messages, and mentions in groups and topics, answered with
 * interactive cards. {@code LarkApi} calls the platform with the JDK's client, {@code LarkCalls}
 * says what is asked, and {@code LarkCard} draws what is answered.
 *
 * <p>May import: {@code surface.chat}, {@code surface.signing}, {@code surface}, {@code ledger},
 * {@code model}.
 */
package dev.gill.surface.lark;
