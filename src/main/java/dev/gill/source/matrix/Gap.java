package dev.gill.source.matrix;

import java.util.Optional;

/**
 * Messages of a room that were not read yet, read backwards.
 *
 * @param from where to go on
 * @param to where it ends; empty at the room's beginning
 */
record Gap(String from, Optional<String> to) {}
