/** What is let in, and what is turned away. */
package dev.gill.surface.door;
