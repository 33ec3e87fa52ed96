package dev.gill.surface.slack;

import dev.gill.model.Identity;
import dev.gill.surface.chat.Account;
import dev.gill.surface.chat.ChatException;
import dev.gill.surface.chat.Roster;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The people of a workspace. Who is in a channel is asked anew each time; who somebody is, every
 * ten minutes. An account of another workspace is nobody for certain.
 */
final class SlackRoster implements Roster {
  private static final String SLACKBOT = "USLACKBOT";
  private static final Duration KNOWN_FOR = Duration.ofMinutes(10);

  /** More than so many at once are asked for as a list. */
  private static final int ONE_BY_ONE = 20;

  private static final int EARLIER = 8;

  private record Known(Account account, Instant since) {}

  private final SlackApi api;
  private final Optional<String> realm;
  private final InstantSource clock;
  private final Map<String, Known> accounts = new ConcurrentHashMap<>();
  private volatile SlackApi.Self self;

  SlackRoster(SlackApi api, Optional<String> realm, InstantSource clock) {
    this.api = api;
    this.realm = realm;
    this.clock = clock;
  }

  /** The app itself, asked for once. */
  SlackApi.Self self() throws ChatException, InterruptedException {
    SlackApi.Self known = self;
    if (known == null) {
      known = api.self();
      self = known;
    }
    return known;
  }

  @Override
  public Account account(String id) throws ChatException, InterruptedException {
    Optional<Account> known = known(id);
    if (known.isPresent()) {
      return known.get();
    }
    return keep(api.user(id));
  }

  @Override
  public Set<String> members(String channel) throws ChatException, InterruptedException {
    Set<String> members = new HashSet<>(api.members(channel));
    members.remove(self().user());
    if (members.stream().filter(id -> known(id).isEmpty()).count() > ONE_BY_ONE) {
      for (SlackApi.User user : api.users()) {
        keep(user);
      }
    }
    return members;
  }

  @Override
  public Optional<String> find(Set<Identity> identities)
      throws ChatException, InterruptedException {
    for (Identity identity : identities) {
      if (realm.filter(identity.realm()::equals).isPresent()) {
        return Optional.of(identity.id());
      }
    }
    for (Identity identity : identities) {
      if (identity.realm().equals(Identity.EMAIL)) {
        Optional<String> found = api.byEmail(identity.id());
        if (found.isPresent() && account(found.get()).identities().contains(identity)) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** What mentioned the app there, without the last, which is being answered. */
  @Override
  public List<String> earlier(String channel, String thread) throws InterruptedException {
    try {
      String mention = "<@%s>".formatted(self().user());
      List<String> questions =
          api.thread(channel, thread).stream()
              .filter(written -> !written.user().equals(self.user()))
              .filter(written -> written.text().contains(mention))
              .map(written -> Mentions.question(written.text(), self.user()))
              .filter(question -> !question.isBlank())
              .toList();
      int end = Math.max(0, questions.size() - 1);
      return questions.subList(Math.max(0, end - EARLIER), end);
    } catch (ChatException e) {
      return List.of();
    }
  }

  private Optional<Account> known(String id) {
    Instant since = clock.instant().minus(KNOWN_FOR);
    return Optional.ofNullable(accounts.get(id))
        .filter(known -> known.since().isAfter(since))
        .map(Known::account);
  }

  private Account keep(SlackApi.User user) throws ChatException, InterruptedException {
    Set<Identity> identities = new HashSet<>();
    if (user.team().isEmpty() || user.team().equals(self().team())) {
      realm.ifPresent(name -> identities.add(new Identity(name, user.id())));
      if (user.confirmed() && !user.email().isBlank()) {
        identities.add(Identity.email(user.email()));
      }
    }
    boolean person = !user.bot() && !user.id().equals(SLACKBOT);
    Account account = new Account(user.id(), identities, user.locale(), person);
    accounts.put(user.id(), new Known(account, clock.instant()));
    return account;
  }
}
