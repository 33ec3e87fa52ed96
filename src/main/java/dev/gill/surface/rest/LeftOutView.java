package dev.gill.surface.rest;

import dev.gill.index.DocHead;
import dev.gill.model.LeftOut;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What documents hold and their texts do not. */
@Schema(name = "LeftOut", description = "Content that a parser leaves out of the text")
record LeftOutView(
    @Schema(examples = "Word document") String format,
    @Schema(examples = "deleted") String kind,
    @Schema(examples = "tracked deletions") String what,
    @Schema(examples = "they no longer hold") String why,
    @Schema(description = "How many pieces") int count,
    @Schema(description = "In how many documents") int documents) {
  private record Key(String format, LeftOut.Kind kind) {}

  /** Of these documents together, by format and kind. */
  static List<LeftOutView> of(Collection<DocHead> heads) {
    Map<Key, List<LeftOut>> byKind =
        heads.stream()
            .flatMap(head -> head.leftOut().stream())
            .collect(Collectors.groupingBy(each -> new Key(each.format(), each.kind())));
    return byKind.entrySet().stream()
        .map(entry -> of(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparing(LeftOutView::format).thenComparing(LeftOutView::kind))
        .toList();
  }

  private static LeftOutView of(Key key, List<LeftOut> each) {
    return new LeftOutView(
        key.format(),
        key.kind().name().toLowerCase(Locale.ROOT),
        key.kind().what(),
        key.kind().why(),
        each.stream().mapToInt(LeftOut::count).sum(),
        each.size());
  }
}
