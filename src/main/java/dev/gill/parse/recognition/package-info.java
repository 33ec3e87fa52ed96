/**
 * Text recognition: reads the words that a picture shows, by Tesseract where it is installed.
 *
 * <p>May import: the JDK.
 */
package dev.gill.parse.recognition;
