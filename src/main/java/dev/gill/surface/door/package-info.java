/**
 * What every request passes before anything answers it: whether it is meant for this Gill, whether
 * one of Gill's own pages sends it, and whether all of it is there.
 *
 * <p>Browsers let a page read what comes from its own host name, and any name can be made to lead
 * to this machine. So Gill answers only under names that it knows.
 *
 * <p>May import: surface, for what it says in each language.
 */
package dev.gill.surface.door;
