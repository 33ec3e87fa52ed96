package dev.gill.surface.chat;

/**
 * Somebody pressed a button.
 *
 * @param account who did
 * @param spot where
 * @param value as the button has it
 */
public record Press(String account, Spot spot, Action action, String value) {}
