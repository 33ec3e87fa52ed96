/** The command line. */
package dev.gill.app.cli;
