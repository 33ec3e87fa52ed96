package dev.gill.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionKindTest {
  @ParameterizedTest
  @CsvSource({
    "NUMBER, How many days of leave do I have?",
    "NUMBER, How long are backups kept?",
    "NUMBER, How often does the certificate renew?",
    "NUMBER, At what level does the disk alert fire?",
    "NUMBER, 年假有多少天？",
    "NUMBER, 备份保留多久？",
    "NUMBER, 一次最多几个人请假？",
    "WHO, Who is on call?",
    "WHO, Whom do I tell when I am ill?",
    "WHO, Which team owns the payment service?",
    "WHO, 谁负责发布？",
    "WHO, 支付服务的负责人是哪位？",
    "WHEN, When is the next release?",
    "WHEN, On which days may I deploy?",
    "WHEN, 什么时候可以发布？",
    "WHEN, 周会几点开始？",
    "WHERE, Where do the logs go?",
    "WHERE, Which channel is for incidents?",
    "WHERE, 日志在哪里？",
    "HOW, How do I restore the database?",
    "HOW, Why was Redis chosen?",
    "HOW, What happens when the disk is full?",
    "HOW, What should I do when nobody answers?",
    "HOW, How do I find out who owns a service?",
    "HOW, 怎么恢复数据库？",
    "HOW, 为什么要轮换密钥？",
    "HOW, 如何联系负责人？",
    "OTHER, What is the leave policy?",
    "OTHER, Is there a rollback script?",
    "OTHER, 发布流程",
  })
  void isToldFromTheFirstQuestionWord(QuestionKind expected, String question) {
    assertThat(QuestionKind.of(question)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "NUMBER, Backups are kept for 30 days., Backups are kept.",
    "NUMBER, Ask twice., Ask again.",
    "NUMBER, 保留三十天。, 一直保留。",
    "WHO, The platform team owns it., It is owned.",
    "WHO, 由平台团队负责。, 已经完成。",
    "WHEN, Deploys stop on Friday., Deploys stop.",
    "WHEN, 周五之后不发布。, 不要发布。",
    "WHERE, It lies in /var/log., It is lost.",
    "WHERE, 位于日志目录。, 已经删除。",
  })
  void knowsWhatHasTheThingAskedFor(QuestionKind kind, String has, String lacks) {
    assertThat(kind.fit("", has)).isPositive();
    assertThat(kind.fit("", lacks)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"HOW", "OTHER"})
  void aKindThatWantsNoThingInParticularFavoursNone(QuestionKind kind) {
    assertThat(kind.fit("", "The platform team keeps 30 backups in /var until Friday.")).isZero();
  }
}
