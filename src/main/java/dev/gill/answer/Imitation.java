package dev.gill.answer;

import dev.gill.model.Language;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds questions that ask Gill to be, or to sound like, somebody, or to guess what somebody would
 * say. They are declined: what people wrote is quoted under their names, and nobody is imitated.
 */
final class Imitation {
  private static final String ENGLISH =
      "I speak for nobody and do not guess what somebody would say; ask about the matter itself, and I quote who wrote what.";
  private static final String CHINESE = "我不扮演任何人，也不猜测别人会怎么说；请直接询问事情本身，我会引用原文并注明是谁写的。";

  /** Somebody in particular; whoever merely has a role at a computer is nobody. */
  private static final String SOMEBODY =
      "(?:(?:my|our|your) (?:boss|manager|team ?lead|lead|colleague|ceo|cto|cfo|director|founder|head|predecessor|former)\\b"
          + "|(?!(?:an?|the|this|that|these|those|if|it|its|they|he|she|we|i|you|me|us|my|our|your|root|admin|administrator|owner|guest|user|sudo|one|(?:any|some|every|no)(?:one|body|thing)?|none"
          + "|happen|be|soon|well|much|many|long|far|short|brief\\w*|quick\\w*|clear\\w*|follows|usual|before|json|xml|yaml|csv|html|markdown|plain|text|tables?|lists?|bullets?|always|possible|simpl\\w*|in|on|for|with|what|how|so)\\b)"
          + "[\\p{L}][\\p{L}.'-]*)";

  private static final String BEGINNING =
      "(?:^|[.,;:!?]\\s*|\\bplease,?\\s+|\\b(?:can|could|would|will) you\\s+|\\band\\s+)(?:(?:hey |hi )?gill,?\\s+)?(?:now |just |please )*";

  private static final String SAYS =
      "(?:answer|reply|respond|speak|talk|write|explain|say|tell (?:me|us)|describe|comment|sound|phrase|put)";

  private static final List<Pattern> ENGLISH_FORMS =
      forms(
          BEGINNING
              + SAYS
              + "(?: (?:this|that|it|me|us|to me|my question|the question|the following))? (?:exactly |just )?(?:as|like|on behalf of|in place of|instead of) (?:if you were )?"
              + SOMEBODY,
          BEGINNING
              + "(?:pretend|imagine) (?:to be|that you are|that you're|you are|you're|being) (?:"
              + SOMEBODY
              + "|an?\\b|the\\b)",
          BEGINNING
              + "(?:impersonate|imitate|mimic|role-?play(?: as)?|act (?:as|like)) (?:if you were )?"
              + SOMEBODY,
          BEGINNING
              + "(?:from now on,?\\s*)?you(?:'re| are)(?: now)? "
              + SOMEBODY
              + "(?: \\p{Lu}[\\p{L}]*)?(?:[.,:;!]|\\s+and\\b)",
          BEGINNING
              + "(?:let|have) "
              + SOMEBODY
              + " (?:answer|explain|speak|tell|reply|respond)\\b",
          "\\bas (?:if|though) you were " + SOMEBODY,
          "\\bin the (?:voice|style|tone|words|manner|persona) of " + SOMEBODY,
          "\\bin "
              + SOMEBODY
              + "(?: \\p{Lu}[\\p{L}]*)?(?:['’]s?|s['’])? (?:own )?(?:voice|style|tone|words|way of (?:speaking|talking|writing))\\b",
          "\\bwhat (?:would|might|'d) "
              + SOMEBODY
              + "(?: \\p{L}+)? (?:say|answer|reply|respond|think|tell|advise|recommend|suggest|write)\\b",
          "\\bhow (?:would|might) "
              + SOMEBODY
              + "(?: \\p{L}+)? (?:say|answer|reply|respond|explain|put|phrase|word|write)\\b");

  /** Roles and things that speak or log in, and are nobody. */
  private static final String NOT_A_ROLE =
      "(?!系统|服务|程序|接口|数据库|客户端|平台|工具|软件|机器人?|管理员|普通|超级|用户|访客|匿名|root|我|你|他们|她们|它|大家|这|那|如何|怎么|什么|哪|谁|日志|命令|编译器|浏览器)";

  private static final String WHOEVER = NOT_A_ROLE + "[\\p{L}·]{1,8}?";
  private static final String SAYS_ZH = "(?:回答|答复|回复|说|讲|解释|告诉|写|聊|发言|介绍|评论)";
  private static final String BEGINNING_ZH =
      "(?:^|[，。！？,.!?：:；;]\\s*|请你?|能不能|可以|能否|现在|从现在起|你来?|帮我)";

  private static final List<Pattern> CHINESE_FORMS =
      forms(
          "(?:以|用|按|照|学|模仿|仿照|换成)着?" + WHOEVER + "的?(?:口吻|语气|口气|腔调|说话方式|说话风格|名义|语调|声音)",
          "(?:以|用|按|作为)" + WHOEVER + "的?(?:身份|角度|视角|风格|方式|立场|话)(?:来|去)?" + SAYS_ZH,
          BEGINNING_ZH + "(?:来)?(?:扮演|假装|装作|假扮|冒充|模仿|化身|代入|充当)(?:一下|你?是|成|自己是|为)?" + WHOEVER,
          BEGINNING_ZH + "(?:像|学)" + WHOEVER + "(?:一样|那样|那么|似的)(?:来|去)?" + SAYS_ZH,
          BEGINNING_ZH + "(?:替|代|代表|代替)" + WHOEVER + SAYS_ZH,
          "站在" + WHOEVER + "的?(?:角度|立场|视角)(?:上|来|去)?" + SAYS_ZH,
          "(?:如果|假如|假设|要是)(?:换成)?你(?:就)?是" + WHOEVER + "[，,]",
          "(?:^|从现在起[，,]?|现在)你(?:现在)?就?是" + WHOEVER + "[，。,.]",
          "(?:^|[，。,.？?]|换成|要是|如果是|问)"
              + WHOEVER
              + "(?:他|她)?会(?:怎么|如何|怎样|咋)(?:来)?(?:说|回答|答复|回复|解释|评价|看待|讲|写|建议)",
          "(?:^|[，。,.？?])" + WHOEVER + "会(?:说|回答|建议|回复)(?:些|点)?(?:什么|啥)");

  private Imitation() {}

  private static List<Pattern> forms(String... forms) {
    return List.of(forms).stream()
        .map(form -> Pattern.compile(form, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
        .toList();
  }

  /** What is said instead of an answer, in the question's language; empty if it asks for none. */
  static Optional<String> declined(String question) {
    boolean chinese = Language.of(question) == Language.CHINESE;
    List<Pattern> forms = chinese ? CHINESE_FORMS : ENGLISH_FORMS;
    return forms.stream().anyMatch(form -> form.matcher(question).find())
        ? Optional.of(chinese ? CHINESE : ENGLISH)
        : Optional.empty();
  }
}
