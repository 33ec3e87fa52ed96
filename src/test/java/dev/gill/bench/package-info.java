/**
 * What is measured, and how: {@code ./gill bench} runs it. It lives beside the tests so that the
 * rivals that it measures against never ship.
 *
 * <p>May import: everything.
 */
package dev.gill.bench;
