/**
 * From the published fp32 graph of a BERT-shaped encoder to one that runs faster on a CPU: fused
 * attention and layer norms, int8 weights with a scale for each channel, activations centred and
 * evened out by how far they were seen to reach. Pure: bytes in, bytes out, the same for the same.
 * Whether the result is near enough to the original is measured where it is used.
 *
 * <p>May import: the JDK and the ONNX protobuf classes.
 */
package dev.gill.embed.onnx.prepare;
