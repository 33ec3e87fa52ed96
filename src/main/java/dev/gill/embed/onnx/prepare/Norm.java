package dev.gill.embed.onnx.prepare;

/** A layer norm: its scale, its shift, and what keeps it from dividing by zero. */
record Norm(float[] gamma, float[] beta, float epsilon) {}
