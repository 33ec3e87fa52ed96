package dev.gill.embed.onnx.prepare;

import dev.gill.embed.onnx.prepare.Encoder.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Puts the middle of what each channel of a layer norm yields at zero, so that bytes are not spent
 * on where it lies (channel-wise shifting, Wei et al. 2023, Outlier Suppression+). What is taken
 * off a norm is put back by the biases that follow, so that the encoder computes the same at no
 * cost.
 */
final class Centring {
  private final Map<String, ChannelRange> reaches;

  private Centring(Map<String, ChannelRange> reaches) {
    this.reaches = reaches;
  }

  /**
   * @param reaches of each norm's value but the last one's, which is the encoder's own output
   */
  static Encoder centred(Encoder encoder, Map<String, ChannelRange> reaches) {
    Centring centring = new Centring(reaches);
    List<Layer> layers = new ArrayList<>();
    Norm before = encoder.norm();
    for (Layer layer : encoder.layers()) {
      boolean last = layers.size() == encoder.layers().size() - 1;
      layers.add(centring.centred(layer, centring.middle(before), last));
      before = layer.atEnd();
    }
    return new Encoder(
        encoder.words(),
        encoder.positions(),
        encoder.norm().minus(centring.middle(encoder.norm())),
        encoder.heads(),
        List.copyOf(layers),
        encoder.reading());
  }

  private Layer centred(Layer layer, float[] takenBefore, boolean last) {
    float[] taken = middle(layer.afterAttention());
    return new Layer(
        layer.query().afterMinus(takenBefore),
        layer.key().afterMinus(takenBefore),
        layer.value().afterMinus(takenBefore),
        layer.attended().plus(takenBefore),
        layer.afterAttention().minus(taken),
        layer.widened().afterMinus(taken),
        layer.narrowed().plus(taken),
        last ? layer.atEnd() : layer.atEnd().minus(middle(layer.atEnd())));
  }

  private float[] middle(Norm norm) {
    return reaches.get(norm.value()).middle();
  }
}
