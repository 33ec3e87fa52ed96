package dev.gill.embed.onnx;

import dev.gill.embed.onnx.prepare.ChannelRange;
import dev.gill.embed.onnx.prepare.UnknownGraphException;
import dev.gill.embed.onnx.prepare.WatchedGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Measures how far the layer norms of a published model reach. */
final class Reaches {
  private Reaches() {}

  /**
   * Of each norm, by the name of its value.
   *
   * @param published the model's file
   * @param texts their tokens
   * @param place a file to write the watched model to
   * @throws UnknownGraphException if the model is no BERT-shaped encoder
   */
  static Map<String, ChannelRange> of(
      ModelDescription model, byte[] published, List<long[]> texts, Path place)
      throws IOException, UnknownGraphException {
    WatchedGraph watched = WatchedGraph.of(published);
    Files.write(place, watched.model());
    Map<String, ChannelRange> reaches = new HashMap<>();
    try (StockModel opened = StockModel.open(model, place)) {
      for (long[] text : texts) {
        List<float[]> values = opened.values(text, watched.values());
        for (int i = 0; i < values.size(); i++) {
          float[] rows = values.get(i);
          ChannelRange reach = ChannelRange.of(rows, rows.length / text.length);
          reaches.merge(watched.values().get(i), reach, ChannelRange::and);
        }
      }
    }
    return reaches;
  }
}
