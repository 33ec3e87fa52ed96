package dev.gill.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.index.Filter;
import dev.gill.model.Access;
import dev.gill.model.Audience;
import dev.gill.model.GroupId;
import dev.gill.model.Reader;
import dev.gill.model.Rights;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PermitsTest {
  private static final SourceId WIKI = new SourceId("wiki");
  private static final GroupId STAFF = new GroupId("wiki", "staff");
  private static final int SCOPES = 5000;

  private static Access access(int scopes) {
    Map<Scope, Audience> audiences = new TreeMap<>();
    for (int i = 0; i < scopes; i++) {
      audiences.put(new Scope(WIKI, "page-%05d".formatted(i)), new Audience.AnyOf(Set.of(STAFF)));
    }
    return Access.of(Map.of(WIKI, new Rights(audiences, Map.of())));
  }

  private static Filter staff() {
    return Filter.of(new Reader(Set.of(), Set.of(STAFF)));
  }

  @Test
  void allSearchesOfOneQuestionShareWhatItsFilterLetsThrough() {
    Permits permits = new Permits(access(SCOPES));
    assertThat(permits.of(staff())).isSameAs(permits.of(staff()));
  }

  @Test
  void readersWhoTakeTurnsAreEachResolvedOnce() {
    Permits permits = new Permits(access(SCOPES));
    var ofStaff = permits.of(staff());
    permits.of(Filter.of(Reader.anyone()));
    assertThat(permits.of(staff())).isSameAs(ofStaff);
  }

  @Test
  void whatIsResolvedHoldsUntilSomethingElseIsKnown() {
    Access before = access(3);
    Permits permits = new Permits(before);
    var query = permits.of(staff());
    assertThat(permits.of(before).of(staff())).isSameAs(query);
    Scope first = new Scope(WIKI, "page-00000");
    Access after = before.with(WIKI, Rights.of(first, new Audience.Nobody()));
    assertThat(permits.of(after).of(staff())).isNotEqualTo(query);
  }

  @Test
  void anotherReaderIsResolvedAnew() {
    Permits permits = new Permits(access(3));
    var ofStaff = permits.of(staff());
    var ofAnyone = permits.of(Filter.of(Reader.anyone()));
    assertThat(ofAnyone).isNotEqualTo(ofStaff);
    assertThat(permits.of(staff())).isEqualTo(ofStaff);
    var inWiki = permits.of(new Filter(staff().reader(), Set.of(WIKI)));
    assertThat(inWiki).isNotEqualTo(ofStaff);
  }
}
