package dev.gill.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gill.chunk.Chunker;
import dev.gill.embed.Embedder;
import dev.gill.embed.Embedders;
import dev.gill.embed.Role;
import dev.gill.embed.onnx.OnnxModels;
import dev.gill.embed.onnx.OnnxSettings;
import dev.gill.model.Chunk;
import dev.gill.model.Content;
import dev.gill.model.Language;
import dev.gill.parse.Document;
import dev.gill.parse.formats.Formats;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15.BgeSmallEnV15EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Tokens per second of Gill's embedder against LangChain4j's own in-process models of the same
 * name, on the same texts in turns, and the share of what the chip could do at best in bytes.
 */
final class EmbedBench implements Benchmark {
  /** A token of a text of 230 costs so many 10^9 operations in the English model. */
  private static final double GIGA_OPERATIONS_A_TOKEN = 0.047;

  private static final int CHUNK_TOKENS = 220;

  /** For rivals that run elsewhere: docs/bench/transformers.mjs. */
  private static final Path TEXTS = Path.of("target", "bench", "embed-texts.json");

  private static final String GILL = "Gill";
  private static final String FP32 = "LangChain4j fp32";
  private static final String INT8 = "LangChain4j quantized";
  private static final String PEAK = "int8 products alone";

  @Override
  public String name() {
    return "embed";
  }

  @Override
  public String about() {
    return "tokens embedded a second, against LangChain4j's in-process models and the int8 peak";
  }

  @Override
  public Map<String, String> defaults() {
    Map<String, String> defaults = new LinkedHashMap<>();
    defaults.put("texts", "config/sample-team");
    defaults.put("tokens", "10000");
    defaults.put("rounds", "7");
    return defaults;
  }

  @Override
  public Report run(Options options, Progress progress) throws Exception {
    Path folder = Path.of(options.text("texts").orElse("config/sample-team"));
    if (!Files.isDirectory(folder)) {
      throw new UsageException(
          "--texts wants a folder of documents, and there is none at " + folder + ".");
    }
    int cores = OnnxSettings.defaults().threads();
    try (Embedders embedders = new OnnxModels(Path.of("models"), OnnxSettings.defaults()).open();
        Int8Peak peak = new Int8Peak(cores)) {
      Embedder gill = embedders.of(Language.ENGLISH);
      List<String> texts = texts(folder, gill, options.count("tokens", 1));
      long tokens = texts.stream().mapToLong(text -> gill.tokens(text) + 2L).sum();
      progress.say("%,d tokens in %,d texts".formatted(tokens, texts.size()));
      TEXTS.getParent().toFile().mkdirs();
      new ObjectMapper().writeValue(TEXTS.toFile(), texts);
      List<TextSegment> segments = texts.stream().map(TextSegment::from).toList();
      // They share the runtime that Gill's models have started, which reports to nobody.
      EmbeddingModel fp32 = new BgeSmallEnV15EmbeddingModel();
      EmbeddingModel int8 = new BgeSmallEnV15QuantizedEmbeddingModel();
      Map<String, Samples> times =
          new Race(2, options.count("rounds", 1))
              .run(
                  List.of(
                      new Contestant(GILL, round -> gill.embed(texts, Role.PASSAGE)),
                      new Contestant(INT8, round -> int8.embedAll(segments)),
                      new Contestant(FP32, round -> fp32.embedAll(segments)),
                      new Contestant(PEAK, round -> peak.run())));
      return report(options, times, tokens, peak.gigaOperations(), cores);
    }
  }

  private Report report(
      Options options, Map<String, Samples> times, long tokens, double peakWork, int cores) {
    double peak = peakWork * 1e3 / times.get(PEAK).median();
    double floor = peak / GIGA_OPERATIONS_A_TOKEN;
    List<Row> rows = new ArrayList<>();
    for (String name : List.of(GILL, INT8, FP32)) {
      Samples each = times.get(name);
      double rate = tokens * 1e3 / each.median();
      rows.add(
          Row.of(name)
              .with("tokens/s", rate)
              .with("slowest", tokens * 1e3 / each.max())
              .with("fastest", tokens * 1e3 / each.min())
              .with("against quantized", times.get(INT8).median() / each.median())
              .with("share of the int8 floor", rate / floor));
    }
    double against = times.get(INT8).median() / times.get(GILL).median();
    double fp32 = times.get(FP32).median() / times.get(GILL).median();
    double share = tokens * 1e3 / times.get(GILL).median() / floor;
    return Report.of(
        this,
        options,
        List.of(new Table("embedding", rows)),
        List.of(
            Mark.atLeast("against LangChain4j quantized", against, 1.5, 2.0),
            Mark.atLeast("against LangChain4j fp32", fp32, 3.1, 4.0),
            Mark.atLeast("share of the int8 floor", share, 0.6, 0.8)),
        List.of(
            "The int8 peak, measured in the same turns: %.0f 10^9 operations a second on %d cores, or %,.0f tokens a second at %.3f 10^9 a token."
                .formatted(peak, cores, floor, GIGA_OPERATIONS_A_TOKEN),
            "Tokens are counted by Gill's tokenizer, the two special ones of each text included."));
  }

  /** Real prose in texts of about as many tokens as chunks have at most. */
  private static List<String> texts(Path folder, Embedder model, int tokens) throws Exception {
    List<String> texts = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    int total = 0;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> Formats.known(f.toString())).sorted().toList()) {
        Document document =
            new Formats()
                .parse(Content.file(file.getFileName().toString(), Files.readAllBytes(file)));
        for (Chunk chunk : new Chunker(model::tokens, CHUNK_TOKENS).chunk(document)) {
          if (chunk.language() != Language.ENGLISH || total >= tokens) {
            continue;
          }
          if (!open.isEmpty() && model.tokens(open + chunk.text()) > CHUNK_TOKENS) {
            total += model.tokens(open.toString());
            texts.add(open.toString());
            open.setLength(0);
          }
          open.append(open.isEmpty() ? "" : "\n\n").append(chunk.text());
        }
      }
    }
    if (texts.isEmpty()) {
      throw new UsageException("--texts wants a folder with English documents of some length.");
    }
    return texts;
  }
}
