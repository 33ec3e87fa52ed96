package dev.gill.parse;

final class Rst implements Format {
  @Override
  public void read(byte[] bytes, CanonicalText text) {}
}
