/** Gill as a whole, with nothing stood in for. */
package dev.gill.app;
