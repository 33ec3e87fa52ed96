/**
 * Campaigns: random operations on a real server while a real Gill follows it, with stops of the
 * server and kills of Gill in between; and hunts for what somebody sees and may not.
 *
 * <p>May import: anything but surfaces and {@code app}.
 */
package dev.gill.lab.campaign;
