/**
 * Measures the house on questions as people ask them, over their own documents: what {@code gill
 * questions} runs.
 *
 * <p>May import: anything but surfaces and {@code app}.
 */
package dev.gill.lab.questions;
