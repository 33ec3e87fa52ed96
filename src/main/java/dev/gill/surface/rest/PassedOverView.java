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
    @Schema(description = "The first hundred of them, in order") List<Item> first) {
  private static final int FIRST = 100;

  /** One of them. */
  @Schema(name = "PassedOverItem")
  record Item(
      @Schema(examples = "handbook:shared/passwords.md") String document,
      @Schema(enumeration = {"leads_out", "link"}) String reason,
      String why) {
    private static Item of(PassedOver passed) {
      return new Item(
          passed.doc().toString(), passed.reason().name().toLowerCase(Locale.ROOT), passed.why());
    }
  }

  static PassedOverView of(List<PassedOver> all, Predicate<Scope> readable) {
    List<PassedOver> known = all.stream().filter(passed -> readable.test(passed.scope())).toList();
    return new PassedOverView(known.size(), known.stream().limit(FIRST).map(Item::of).toList());
  }
}
