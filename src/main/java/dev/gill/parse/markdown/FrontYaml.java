package dev.gill.parse.markdown;

import dev.gill.parse.canonical.Refused;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Settings in YAML. Values stay as they are written: a number with a leading zero is a telephone
 * number here, not an octal one.
 */
final class FrontYaml {
  private static final int DEEPEST = 20;
  private static final int MOST_NODES = 5000;

  private final List<FrontFact> facts = new ArrayList<>();
  private final int firstLine;
  private int nodes;

  private FrontYaml(int firstLine) {
    this.firstLine = firstLine;
  }

  /** The settings in these lines; none if they are no mapping, or broken. */
  static Optional<List<FrontFact>> read(List<String> lines, int firstLine) {
    LoaderOptions options = new LoaderOptions();
    options.setNestingDepthLimit(DEEPEST);
    options.setAllowRecursiveKeys(false);
    FrontYaml yaml = new FrontYaml(firstLine);
    try {
      Node root = new Yaml(options).compose(new StringReader(String.join("\n", lines)));
      if (!(root instanceof MappingNode mapping)) {
        return Optional.empty();
      }
      yaml.mapping(List.of(), mapping, 0);
    } catch (YAMLException e) {
      return Optional.empty();
    }
    return Optional.of(yaml.facts);
  }

  private void mapping(List<String> path, MappingNode mapping, int depth) {
    for (NodeTuple tuple : mapping.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode key && !key.getValue().isBlank()) {
        List<String> inner = new ArrayList<>(path);
        inner.add(key.getValue().strip());
        value(inner, tuple.getValueNode(), key.getStartMark().getLine(), depth + 1);
      }
    }
  }

  private void value(List<String> path, Node node, int line, int depth) {
    count(depth);
    if (node instanceof MappingNode mapping) {
      mapping(path, mapping, depth);
    } else {
      facts.add(new FrontFact(List.copyOf(path), words(node, depth), firstLine + line));
    }
  }

  /** A value as one line: the items of a list parted by commas, their own parts too. */
  private String words(Node node, int depth) {
    count(depth);
    return switch (node) {
      case ScalarNode scalar -> scalar.getValue().strip();
      case SequenceNode list ->
          list.getValue().stream()
              .map(item -> words(item, depth + 1))
              .filter(words -> !words.isEmpty())
              .collect(
                  Collectors.joining(
                      list.getValue().stream().anyMatch(MappingNode.class::isInstance)
                          ? "; "
                          : ", "));
      case MappingNode mapping -> named(mapping, depth);
      default -> "";
    };
  }

  private String named(MappingNode mapping, int depth) {
    List<String> parts = new ArrayList<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = tuple.getKeyNode() instanceof ScalarNode name ? name.getValue() : "";
      String words = words(tuple.getValueNode(), depth + 1);
      if (!words.isEmpty()) {
        boolean plain = key.equalsIgnoreCase("name") || key.equalsIgnoreCase("title");
        parts.add(plain ? words : new FrontFact(List.of(key), words, 0).label() + " " + words);
      }
    }
    return String.join(", ", parts);
  }

  /** Aliases can make a few lines stand for any number of values, or hold themselves. */
  private void count(int depth) {
    nodes++;
    if (nodes > MOST_NODES || depth > DEEPEST) {
      throw new Refused(
          "The settings at the head of the file repeat or hold themselves; write them out.");
    }
  }
}
