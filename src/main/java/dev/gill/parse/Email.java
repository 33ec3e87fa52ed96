package dev.gill.parse;

final class Email implements Format {
  @Override
  public void read(byte[] bytes, CanonicalText text) {}
}
