package dev.gill.surface.chat;

/**
 * One step of checking whether Gill can answer in a chat.
 *
 * @param name what is looked at, in one word
 * @param sentence what was found, and what to do if it is not right
 */
public record Checked(String name, boolean right, String sentence) {}
