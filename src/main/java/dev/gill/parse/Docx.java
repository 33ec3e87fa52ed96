package dev.gill.parse;

final class Docx implements Format {
  @Override
  public void read(byte[] bytes, CanonicalText text) {}
}
