package dev.gill.parse.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.model.Anchor;
import dev.gill.model.Block;
import dev.gill.model.Content;
import dev.gill.model.Message;
import dev.gill.model.Place;
import dev.gill.parse.Document;
import dev.gill.parse.Headed;
import dev.gill.parse.ParseException;
import dev.gill.parse.formats.Formats;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConversationTest {
  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

  private static Message said(String id, String author, String text, String... replyTo) {
    return new Message(
        id,
        author,
        NINE.plusSeconds(Long.parseLong(id)),
        "https://chat/" + id,
        text,
        List.of(replyTo).stream().findFirst());
  }

  private static Document parse(Message... messages) throws ParseException {
    return new Formats().parse(new Content.Conversation(List.of(messages)));
  }

  @Test
  void each_message_stands_under_the_name_of_who_said_it() throws Exception {
    Document thread =
        parse(
            said("1", "Anna", "How do we rotate the staging certificates?"),
            said("2", "Bo", "Two steps:\n\n- run `rotate`\n- tell #ops", "1"),
            said("3", "", "Done."));
    assertThat(thread.text())
        .isEqualTo(
            """
            Anna:
            How do we rotate the staging certificates?

            Bo:
            Two steps:

            - run `rotate`
            - tell #ops

            Unknown:
            Done.""");
    assertThat(thread.blocks())
        .extracting(Headed::kind)
        .containsExactly(
            Block.Kind.BYLINE,
            Block.Kind.PARAGRAPH,
            Block.Kind.BYLINE,
            Block.Kind.PARAGRAPH,
            Block.Kind.LIST_ITEM,
            Block.Kind.LIST_ITEM,
            Block.Kind.BYLINE,
            Block.Kind.PARAGRAPH);
  }

  @Test
  void a_place_is_the_message_with_its_link_author_and_time() throws Exception {
    Document thread = parse(said("1", "Anna", "Where?"), said("2", "Bo", "In the vault."));
    int answer = thread.text().indexOf("vault");
    assertThat(Anchor.locate(thread.anchors(), answer))
        .contains(new Place.Message("https://chat/2", "Bo", NINE.plusSeconds(2)));
  }

  @Test
  void a_late_reply_says_whom_it_answers() throws Exception {
    Document thread =
        parse(
            said("1", "Anna", "Who is on call?"),
            said("2", "Cy", "Lunch?"),
            said("3", "Bo", "I am.", "1"));
    assertThat(thread.text()).contains("Bo, to Anna:\nI am.");
  }

  @Test
  void code_keeps_its_lines_and_what_looks_like_a_heading_opens_no_section() throws Exception {
    Document thread =
        parse(
            said("1", "Anna", "Try this:\n```sh\nmake  all\n```\nThen wait."),
            said("2", "Bo", "Status\n======\nAll green."));
    assertThat(thread.text()).contains("```sh\nmake  all\n```");
    assertThat(thread.blocks())
        .allSatisfy(block -> assertThat(block.headings()).isEmpty())
        .extracting(Headed::kind)
        .contains(Block.Kind.CODE)
        .doesNotContain(Block.Kind.HEADING);
  }

  @Test
  void without_text_there_is_nothing_to_read() {
    assertThatThrownBy(() -> parse(said("1", "Anna", " ")))
        .isInstanceOf(ParseException.class)
        .hasMessage("The conversation holds no text.");
  }

  @Test
  void a_page_says_its_format_by_its_media_type() throws Exception {
    byte[] html =
        "<h1>Rotation</h1><p>Every Monday.".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    Document page = new Formats().parse(new Content.File("text/html", "On-call v1.2", html));
    assertThat(page.title()).isEqualTo(Optional.of("Rotation"));
    assertThat(page.text()).isEqualTo("# Rotation\n\nEvery Monday.");
    assertThat(page.anchors()).isEmpty();
  }

  @Test
  void a_passage_of_a_page_stands_in_the_section_that_the_page_leads_to() throws Exception {
    String html =
        "<p>Top.<h2><span id='On-call'>On call</span></h2><p>Weekly.\n<p>Mondays."
            + "<h3 id=Handover>Handover</h3><ul><li>At nine.</ul>";
    byte[] bytes = html.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    Document page = new Formats().parse(new Content.File("text/html", "Rotation", bytes));
    assertThat(place(page, "Top")).isEmpty();
    assertThat(place(page, "Mondays")).contains(new Place.Section("On-call"));
    assertThat(place(page, "nine")).contains(new Place.Section("Handover"));
    Document file = new Formats().parse(Content.file("rotation.html", bytes));
    assertThat(place(file, "Mondays")).contains(new Place.Line(2));
  }

  private static Optional<Place> place(Document page, String words) {
    return Anchor.locate(page.anchors(), page.text().indexOf(words));
  }
}
