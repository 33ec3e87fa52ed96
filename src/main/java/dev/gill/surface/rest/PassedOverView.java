package dev.gill.surface.rest;

import dev.gill.model.PassedOver;
import dev.gill.model.Scope;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a source leaves unread by its rules. */
@Schema(name = "PassedOver", description = "What the source leaves unread by its rules")
record PassedOverView(
    @Schema(description = "How many there are, as far as you may know") int count,
    @Schema(description = "The first hundred that are not of a quiet kind, by kind and in order")
        List<Item> first,
    @Schema(description = "The same, counted by reason and ending") List<Group> groups) {
  private static final int FIRST = 100;
  private static final int FIRST_OF_GROUP = 5;

  /** One of them. */
  @Schema(name = "PassedOverItem")
  record Item(
      @Schema(examples = "handbook:shared/passwords.md") String document,
      @Schema(
              enumeration = {
                "leads_out",
                "link",
                "recycled",
                "backup",
                "conflict_copy",
                "format",
                "picture",
                "wordless",
                "recording",
                "archive",
                "program",
                "system",
                "hidden",
                "excluded"
              })
          String reason,
      String why) {
    private static Item of(PassedOver.Reason reason, PassedOver.Item item) {
      return new Item(item.doc().toString(), written(reason), item.why());
    }
  }

  /** Those of one reason and ending. */
  @Schema(name = "PassedOverGroup")
  record Group(
      @Schema(examples = "format") String reason,
      @Schema(
              description = "What their names end in where that is the reason; else empty",
              examples = ".rtf")
          String ending,
      @Schema(description = "Whether nobody expects answers from them, as with pictures")
          boolean quiet,
      int count,
      @Schema(description = "Why they are not read, and what to do") String why,
      @Schema(description = "The first few of them, in order") List<Item> first) {
    private static Group of(PassedOver group) {
      return new Group(
          written(group.reason()),
          group.ending(),
          group.reason().quiet(),
          group.count(),
          group.why(),
          items(group).stream().limit(FIRST_OF_GROUP).toList());
    }
  }

  static PassedOverView of(List<PassedOver> all, Predicate<Scope> readable) {
    List<PassedOver> known = all.stream().filter(group -> readable.test(group.scope())).toList();
    return new PassedOverView(
        known.stream().mapToInt(PassedOver::count).sum(),
        known.stream()
            .filter(group -> !group.reason().quiet())
            .flatMap(group -> items(group).stream())
            .limit(FIRST)
            .toList(),
        known.stream().map(Group::of).toList());
  }

  private static List<Item> items(PassedOver group) {
    return group.first().stream().map(item -> Item.of(group.reason(), item)).toList();
  }

  private static String written(PassedOver.Reason reason) {
    return reason.name().toLowerCase(Locale.ROOT);
  }
}
