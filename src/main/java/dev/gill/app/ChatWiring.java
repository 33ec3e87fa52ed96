package dev.gill.app;

import dev.gill.answer.QuoteSeal;
import dev.gill.app.config.Chats;
import dev.gill.app.config.GillConfig;
import dev.gill.app.config.PeopleNamed;
import dev.gill.app.house.House;
import dev.gill.ledger.FeedbackBox;
import dev.gill.ledger.NoticeBook;
import dev.gill.ledger.Trail;
import dev.gill.model.VerifiedAnswers;
import dev.gill.surface.Asking;
import dev.gill.surface.Languages;
import dev.gill.surface.chat.ChatParts;
import dev.gill.surface.dingtalk.DingTalkSurface;
import dev.gill.surface.lark.LarkSurface;
import dev.gill.surface.slack.SlackSurface;
import dev.gill.sync.SyncMonitor;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Hands the chats in which Gill answers to each other; one that is not configured is off. */
@Singleton
final class ChatWiring {
  @Produces
  @Singleton
  ChatParts chat(
      Asking asking,
      Trail trail,
      House house,
      GillConfig config,
      SyncMonitor monitor,
      Languages languages,
      QuoteSeal seal,
      FeedbackBox box,
      VerifiedAnswers answers,
      Clock clock) {
    return new ChatParts(
        asking,
        trail,
        house.directory(),
        PeopleNamed.of(config),
        house.engine(),
        monitor,
        languages,
        seal,
        box,
        NoticeBook.in(config.data()),
        answers,
        Reached.pages(config),
        clock);
  }

  @Produces
  @Singleton
  SlackSurface slack(GillConfig config, ChatParts chat, Clock clock) {
    return Chats.slack(config)
        .map(settings -> SlackSurface.of(settings, chat, clock))
        .orElseGet(SlackSurface::off);
  }

  void close(@Disposes SlackSurface slack) {
    slack.close();
  }

  @Produces
  @Singleton
  LarkSurface lark(GillConfig config, ChatParts chat, Clock clock) {
    return Chats.lark(config)
        .map(settings -> LarkSurface.of(settings, chat, clock))
        .orElseGet(LarkSurface::off);
  }

  void close(@Disposes LarkSurface lark) {
    lark.close();
  }

  @Produces
  @Singleton
  DingTalkSurface dingTalk(GillConfig config, ChatParts chat, Clock clock) {
    return Chats.dingTalk(config)
        .map(settings -> DingTalkSurface.of(settings, chat, clock))
        .orElseGet(DingTalkSurface::off);
  }

  void close(@Disposes DingTalkSurface dingTalk) {
    dingTalk.close();
  }
}
