package dev.gill.parse;

final class Xlsx implements Format {
  @Override
  public void read(byte[] bytes, CanonicalText text) {}
}
