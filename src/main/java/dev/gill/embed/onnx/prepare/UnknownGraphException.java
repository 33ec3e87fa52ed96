package dev.gill.embed.onnx.prepare;

import com.google.protobuf.InvalidProtocolBufferException;

/** A graph is not one that can be prepared; the message says where it differs. */
public final class UnknownGraphException extends Exception {
  private static final long serialVersionUID = 1L;

  UnknownGraphException(String message) {
    super(message);
  }

  static UnknownGraphException noModel(InvalidProtocolBufferException e) {
    return new UnknownGraphException("it is no ONNX model: " + e.getMessage());
  }
}
