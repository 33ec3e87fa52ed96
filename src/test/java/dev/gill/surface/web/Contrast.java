package dev.gill.surface.web;

import com.microsoft.playwright.Page;
import java.util.List;

/** Measures the contrast of every visible text on a page, as WCAG 2.2 defines it. */
final class Contrast {
  private static final String MEASURE =
      """
      () => {
        const canvas = document.createElement('canvas');
        canvas.width = canvas.height = 1;
        const pen = canvas.getContext('2d', { willReadFrequently: true });
        const rgba = (colour) => {
          pen.clearRect(0, 0, 1, 1);
          pen.fillStyle = colour;
          pen.fillRect(0, 0, 1, 1);
          return [...pen.getImageData(0, 0, 1, 1).data];
        };
        const light = ([r, g, b]) => {
          const [x, y, z] = [r, g, b].map((v) => v / 255)
            .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
          return 0.2126 * x + 0.7152 * y + 0.0722 * z;
        };
        const ground = (element) => {
          for (let e = element; e; e = e.parentElement) {
            const colour = rgba(getComputedStyle(e).backgroundColor);
            if (colour[3] === 255) return colour;
          }
          return [255, 255, 255, 255];
        };
        const low = [];
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
          const element = texts.currentNode.parentElement;
          const shown = texts.currentNode.data.trim() && element.checkVisibility()
            && element.getClientRects().length > 0 && !element.closest('script, template, :disabled');
          if (!shown) continue;
          const a = light(rgba(getComputedStyle(element).color));
          const b = light(ground(element));
          const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
          if (ratio < 4.5) low.push(`${ratio.toFixed(2)}: ${texts.currentNode.data.trim().slice(0, 40)}`);
        }
        return low;
      }
      """;

  private Contrast() {}

  /** The texts whose contrast with what they stand on is below 4.5 to 1. */
  static List<?> tooLow(Page page) {
    return (List<?>) page.evaluate(MEASURE);
  }
}
