package dev.gill.sync;

import static dev.gill.sync.Told.delete;
import static dev.gill.sync.Told.remaining;
import static dev.gill.sync.Told.unreadable;
import static dev.gill.sync.Told.upsert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.DocId;
import dev.gill.model.Failure;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import dev.gill.source.Change;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a page of changes makes of a source's documents. */
class PageTest {
  private static final SourceId BLOG = new SourceId("blog");

  private final Bench bench = new Bench();
  private final ScriptedSource wiki = new ScriptedSource("wiki");
  private final ScriptedSource blog = new ScriptedSource("blog");
  private final Breathing breathing = bench.follow(wiki, blog);

  @AfterEach
  void close() {
    breathing.close();
    bench.close();
  }

  private void taken(Change... changes) throws InterruptedException {
    wiki.tell(changes);
    breathing.breatheOnce();
  }

  @Test
  void what_does_not_remain_goes_failures_too() throws Exception {
    taken(
        upsert("a.md", "Stays."),
        upsert("b.md", "Goes."),
        unreadable("c.md", "Stays locked."),
        unreadable("d.md", "Was locked."));

    taken(remaining("a.md", "c.md"));

    assertThat(bench.keys()).containsExactly("a.md");
    assertThat(bench.failures()).extracting(Failure::cause).containsExactly("Stays locked.");
  }

  @Test
  void what_does_not_remain_of_one_source_leaves_other_sources_alone() throws Exception {
    blog.tell(
        upsert(new DocId(BLOG, "post.md"), "A post."),
        new Change.Unreadable(new DocId(BLOG, "draft.md"), Scope.whole(BLOG), "Locked."));
    taken(upsert("a.md", "Goes."));

    taken(remaining());

    assertThat(bench.keys()).isEmpty();
    assertThat(bench.keys(BLOG)).containsExactly("post.md");
    assertThat(bench.now(index -> index.ledger(BLOG)).failures()).hasSize(1);
  }

  @Test
  void what_comes_in_the_same_page_stays_even_if_the_list_lacks_it() throws Exception {
    taken(upsert("a.md", "Old."));

    taken(upsert("b.md", "New."), remaining("a.md"));

    assertThat(bench.keys()).containsExactly("a.md", "b.md");
  }

  @Test
  void the_last_word_on_a_document_wins() throws Exception {
    taken(
        upsert("a.md", "First."),
        upsert("b.md", "First."),
        delete("a.md"),
        upsert("b.md", "Second."),
        unreadable("c.md", "Locked."),
        upsert("c.md", "Open."));

    assertThat(bench.keys()).containsExactly("b.md", "c.md");
    assertThat(bench.chunks("b.md")).containsExactly("Second.");
    assertThat(bench.failures()).isEmpty();
    assertThat(breathing.breaths()).hasSize(2);
  }

  @Test
  void a_deletion_of_what_was_never_there_is_no_news() throws Exception {
    taken(delete("never.md"));

    assertThat(breathing.breaths()).isEmpty();
    assertThat(status(0).state()).isEqualTo(SourceStatus.State.IN_STEP);
  }

  @Test
  void a_page_that_tells_of_another_sources_document_is_refused_as_a_whole() throws Exception {
    taken(upsert("a.md", "Its own."), upsert(new DocId(BLOG, "post.md"), "Somebody else's."));

    assertThat(bench.keys()).isEmpty();
    assertThat(bench.keys(BLOG)).isEmpty();
    assertThat(bench.ledger().checkpoint()).isEmpty();
    assertThat(status(1).state()).isEqualTo(SourceStatus.State.FAILING);
    assertThat(status(1).trouble().orElseThrow().why())
        .isEqualTo("source wiki reported blog:post.md, which is not its own");
  }

  private SourceStatus status(int at) {
    return breathing.sources().get(at);
  }
}
