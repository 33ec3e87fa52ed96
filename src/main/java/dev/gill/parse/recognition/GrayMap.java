package dev.gill.parse.recognition;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes pictures in the simplest of formats: a portable gray map. */
final class GrayMap {
  private GrayMap() {}

  /** What is transparent is white. */
  static void write(BufferedImage picture, OutputStream out) throws IOException {
    BufferedImage gray =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = gray.createGraphics();
    graphics.drawImage(picture, 0, 0, Color.WHITE, null);
    graphics.dispose();
    String head = "P5 %d %d 255\n".formatted(gray.getWidth(), gray.getHeight());
    out.write(head.getBytes(StandardCharsets.US_ASCII));
    out.write(((DataBufferByte) gray.getRaster().getDataBuffer()).getData());
  }
}
