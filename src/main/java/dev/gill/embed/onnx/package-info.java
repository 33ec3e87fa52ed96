/**
 * ONNX Runtime and the tokenizers: the embedders that run in this process.
 *
 * <p>May import: {@code embed}, {@code model}; the only package that imports ONNX Runtime and the
 * tokenizer library.
 */
package dev.gill.embed.onnx;
