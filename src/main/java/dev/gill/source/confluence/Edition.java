package dev.gill.source.confluence;

import dev.gill.model.Person;
import dev.gill.source.SourceException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is asked of a Confluence, in the words of its edition's REST API. */
interface Edition {
  /** What the edition is called. */
  String name();

  /** What the account that asks is called; empty if nobody is signed in. */
  Optional<String> account() throws SourceException, InterruptedException;

  /** The spaces that are followed. */
  List<Space> spaces() throws SourceException, InterruptedException;

  /** Everything that is in these spaces. */
  List<Query> everything(List<Space> spaces);

  /** What was changed last in these spaces. */
  Latest latest(List<Space> spaces);

  /** Something that pages hang on; empty if it cannot be seen. */
  Optional<Item.Holder> holder(Item.Parent parent) throws SourceException, InterruptedException;

  /** Who may see a space by its permissions; empty if the account may not see these. */
  Optional<Readers> permissions(Space space) throws SourceException, InterruptedException;

  /** Whether somebody who is not signed in sees a space. */
  boolean open(Space space) throws SourceException, InterruptedException;

  /** Whether the lists do not say who may read a page, so that it is asked for apart. */
  boolean restrictionsApart();

  /** Who may read contents by their own restrictions, as far as they are found, in one request. */
  Map<String, Readers> restrictions(Collection<String> ids)
      throws SourceException, InterruptedException;

  /** Who may read one content by its own restrictions; empty if it cannot be seen. */
  Optional<Readers> restriction(String id) throws SourceException, InterruptedException;

  /** What groups are called, where that is not what they are known by. */
  Map<String, String> groupNames() throws SourceException, InterruptedException;

  /** Who is in a group; empty if the account may not see that. */
  Set<Person> members(String group) throws SourceException, InterruptedException;

  /** What pages say at the moment, as far as they are found, in one request. */
  Map<String, Body> bodies(Collection<String> ids) throws SourceException, InterruptedException;

  /** One page, wherever it stands now; empty if it is not there, or not for this account. */
  Optional<Item.Page> page(String id) throws SourceException, InterruptedException;

  /** What one page says, which a list may not know yet. */
  Optional<Body> body(String id) throws SourceException, InterruptedException;

  /** What accounts are called, by their ids. */
  Map<String, String> names(Collection<String> accounts)
      throws SourceException, InterruptedException;

  /** Where the team reads a page. */
  String link(Item.Page page);

  /** Where the team reads this very version of a page; empty if there is no such link. */
  String revisionLink(Item.Page page);

  /** Where the team reads a file. */
  String link(Item.Attachment file);

  /** How headings are led to: {@code words} or {@code title}. */
  String anchors();
}
