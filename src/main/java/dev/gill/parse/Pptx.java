package dev.gill.parse;

final class Pptx implements Format {
  @Override
  public void read(byte[] bytes, CanonicalText text) {}
}
