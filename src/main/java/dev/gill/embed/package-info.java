/**
 * From text to vectors: the SPI. The models themselves run in {@code embed.onnx}.
 *
 * <p>May import: {@code model}.
 */
package dev.gill.embed;
