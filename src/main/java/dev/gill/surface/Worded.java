package dev.gill.surface;

/**
 * A sentence that was written down when something happened.
 *
 * @param language its BCP 47 tag
 */
public record Worded(String text, String language) {}
