package dev.gill.parse;

final class Pdf implements Format {
  @Override
  public void read(byte[] bytes, CanonicalText text) {}
}
