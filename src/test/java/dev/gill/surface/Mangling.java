package dev.gill.surface;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes of a right request one that somebody's broken or hostile client might send. */
public final class Mangling {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final List<String> ODD =
      List.of("", " ", "\0", "\ud800", "𝕏".repeat(50), "../../etc/passwd", "{0}{1}", "‮", "-1");

  private final Random random;

  public Mangling(Random random) {
    this.random = random;
  }

  /** The request, with something wrong in it. */
  public byte[] of(String request) {
    if (random.nextInt(3) == 0) {
      return bytes(request.getBytes(StandardCharsets.UTF_8));
    }
    try {
      JsonNode tree = MAPPER.readTree(request);
      for (int i = random.nextInt(3); i >= 0; i--) {
        tree = wrong(tree);
      }
      return tree.toString().getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] bytes(byte[] request) {
    List<Byte> mangled = new ArrayList<>();
    for (byte each : request) {
      switch (random.nextInt(40)) {
        case 0 -> {}
        case 1 -> mangled.add((byte) random.nextInt(256));
        case 2 -> {
          mangled.add(each);
          mangled.add(each);
        }
        default -> mangled.add(each);
      }
    }
    int length = random.nextInt(4) == 0 ? random.nextInt(mangled.size() + 1) : mangled.size();
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = mangled.get(i);
    }
    return bytes;
  }

  /** One of its nodes becomes another, or is gone. */
  private JsonNode wrong(JsonNode node) {
    if (node.isEmpty() || random.nextInt(4) == 0) {
      return anything(2);
    }
    if (node instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      String name = names.get(random.nextInt(names.size()));
      if (random.nextInt(5) == 0) {
        object.remove(name);
      } else {
        object.set(name, wrong(object.get(name)));
      }
    } else if (node instanceof ArrayNode array) {
      int at = random.nextInt(array.size());
      array.set(at, wrong(array.get(at)));
    }
    return node;
  }

  private JsonNode anything(int depth) {
    return switch (random.nextInt(depth > 0 ? 9 : 7)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.booleanNode(random.nextBoolean());
      case 2 -> JSON.numberNode(random.nextLong());
      case 3 -> JSON.numberNode(random.nextGaussian() * 1e300);
      case 4 -> JSON.textNode(ODD.get(random.nextInt(ODD.size())));
      case 5 -> JSON.textNode("word ".repeat(random.nextInt(600)));
      case 6 -> JSON.numberNode(random.nextInt(9) - 4);
      case 7 -> {
        ArrayNode array = JSON.arrayNode();
        for (int i = random.nextInt(5); i > 0; i--) {
          array.add(anything(depth - 1));
        }
        yield array;
      }
      default -> {
        ObjectNode object = JSON.objectNode();
        for (int i = random.nextInt(5); i > 0; i--) {
          object.set(ODD.get(random.nextInt(ODD.size())), anything(depth - 1));
        }
        yield object;
      }
    };
  }
}
