/**
 * From text to vectors, and from question and passage to what answers: the SPI. The models
 * themselves run in {@code embed.onnx}.
 *
 * <p>May import: {@code model}.
 */
package dev.gill.embed;
