package dev.gill.answer.leash;

import dev.gill.model.Visible;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** Knows text that is meant for a model that reads it, and not for people. */
final class Orders {
  private static final Pattern ORDER =
      Pattern.compile(
          "\\b(?:ignore|disregard|forget|override|bypass)\\b.{0,40}\\b(?:instructions?|prompts?|rules|above|previous|prior|guidelines|passages?)\\b"
              + "|\\b(?:system|developer) (?:prompt|message|override|note)\\b|\\b(?:as|you are) an? (?:ai|assistant|language model|chatbot|llm)\\b"
              + "|\\b(?:ai|llm|assistants?|language models?|chatbots?|the model|bots?)\\b.{0,40}\\b(?:must|should|shall|has to|have to|please|are to|is to)\\b"
              + "|\\b(?:note|message|attention|instructions?) (?:to|for) (?:the |all |any )?(?:ai|llm|assistants?|models?|language models?|chatbots?|bots?)\\b"
              + "|\\byou (?:are now|must now|will now|shall now)\\b|\\bfrom now on\\b.{0,30}\\b(?:you|answer|reply|respond)\\b"
              + "|\\b(?:reply|respond|answer|output|print|repeat|append|end) (?:only )?(?:with|by|exactly|every)\\b|<\\|?\\w+\\|?>|\\[/?inst\\]|\\bsys>>"
              + "|忽略.{0,12}(?:指令|指示|规则|上文|以上|之前)|无视.{0,12}(?:指令|指示|规则)|系统提示|(?:你现在是|从现在起你|作为(?:一个)?(?:AI|人工智能|助手))|(?:AI|人工智能|助手|模型)(?:必须|应当|请)|请?(?:回复|回答|输出)[：:“\"]",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private Orders() {}

  static boolean isIn(String text) {
    String plain = Normalizer.normalize(Visible.of(text), Normalizer.Form.NFKC);
    return ORDER.matcher(plain).find();
  }
}
