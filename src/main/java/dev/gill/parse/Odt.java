package dev.gill.parse;

final class Odt implements Format {
  @Override
  public void read(byte[] bytes, CanonicalText text) {}
}
