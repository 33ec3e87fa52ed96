/**
 * Wiring, configuration, schedules, health, metrics, command line.
 *
 * <p>May import: everything; imported by none.
 */
package dev.gill.app;
