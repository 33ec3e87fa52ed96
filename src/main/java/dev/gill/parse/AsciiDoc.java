package dev.gill.parse;

final class AsciiDoc implements Format {
  @Override
  public void read(byte[] bytes, CanonicalText text) {}
}
