/** Keeps the directions between packages. */
package dev.gill.architecture;
