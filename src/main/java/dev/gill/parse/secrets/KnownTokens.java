package dev.gill.parse.secrets;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Tokens that their products write in a form of their own, as these document it so that they can be
 * found.
 */
final class KnownTokens {
  /** Not within a longer word, and not a part of a path. */
  private static final String BEGIN = "(?<![A-Za-z0-9_/+-])";

  private static final Pattern TOKEN =
      Pattern.compile(
          BEGIN
              + "(?:"
              + String.join(
                  "|",
                  "(?:AKIA|ASIA)[A-Z2-7]{16}(?![A-Za-z0-9])", // Amazon
                  "gh[pousr]_[A-Za-z0-9]{36,255}", // GitHub
                  "github_pat_[A-Za-z0-9_]{60,255}",
                  "gl(?:pat|oas|dt|rt|cbt|ptt|ft|soat|imt|agent|wt|ffct)-[A-Za-z0-9_.-]{20,}", // GitLab
                  "xox[abeoprs]-[A-Za-z0-9-]{20,}", // Slack
                  "xapp-\\d-[A-Z0-9]+-\\d+-[a-f0-9]{32,}",
                  "AIza[0-9A-Za-z_-]{35}", // Google
                  "GOCSPX-[\\w-]{28}",
                  "ya29\\.[\\w-]{30,}",
                  "(?:sk|rk)_(?:live|test)_[0-9A-Za-z]{20,}", // Stripe
                  "whsec_[A-Za-z0-9+/=]{32,}",
                  "sk-(?:proj-|svcacct-|admin-|ant-[a-z]{3,5}\\d\\d-)?[A-Za-z0-9_-]{20,}", // OpenAI, Anthropic
                  "gill_[0-9a-f]{12}_[0-9a-f]{64}", // Gill itself
                  "npm_[A-Za-z0-9]{36}",
                  "pypi-AgEI[\\w-]{50,}",
                  "hf_[A-Za-z0-9]{34}", // Hugging Face
                  "SG\\.[\\w-]{22}\\.[\\w-]{43}", // SendGrid
                  "\\d{8,10}:AA[\\w-]{33}", // Telegram
                  "do[opr]_v1_[a-f0-9]{64}", // DigitalOcean
                  "dckr_(?:pat|oat)_[\\w-]{27,}", // Docker
                  "dapi[a-f0-9]{32}", // Databricks
                  "shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}", // Shopify
                  "ATATT3[\\w=-]{60,}", // Atlassian
                  "ATBB[A-Za-z0-9]{32}",
                  "hvs\\.[\\w-]{24,}", // Vault
                  "glsa_[A-Za-z0-9]{32}_[a-f0-9]{8}", // Grafana
                  "glc_[A-Za-z0-9+/=]{40,}",
                  "lin_api_[A-Za-z0-9]{40}", // Linear
                  "ntn_[A-Za-z0-9]{40,}", // Notion
                  "sha256~[\\w-]{43}", // OpenShift
                  "LTAI[A-Za-z0-9]{16,20}(?![A-Za-z0-9])", // Alibaba Cloud
                  "AKID[A-Za-z0-9]{32}(?![A-Za-z0-9])", // Tencent Cloud
                  "eyJ[\\w-]{12,}\\.eyJ[\\w-]{12,}\\.[\\w-]{20,}") // RFC 7519
              + ")");

  /** Addresses whose last part lets anybody in. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:hooks\\.slack\\.com/services/|discord(?:app)?\\.com/api/webhooks/\\d+/"
              + "|open\\.(?:feishu\\.cn|larksuite\\.com)/open-apis/bot/v2/hook/"
              + "|oapi\\.dingtalk\\.com/robot/send\\?access_token="
              + "|qyapi\\.weixin\\.qq\\.com/cgi-bin/webhook/send\\?key=)"
              + "(?<secret>[A-Za-z0-9/_-]{24,})");

  private static final Pattern ACCOUNT_KEY =
      Pattern.compile("(?:AccountKey|SharedAccessKey)=(?<secret>[A-Za-z0-9+/]{40,90}={0,2})");

  /** A password within an address, as in {@code amqp://user:password@host}. */
  private static final Pattern USER_INFO =
      Pattern.compile(
          "[a-z][a-z0-9+.-]{1,20}://[^\\s/:@'\"<>]{0,80}:(?<secret>[^\\s/:@'\"<>]{4,80})@[\\w\\[]");

  private static final Pattern HASH =
      Pattern.compile("\\$(?:2[abxy]|5|6|y|gy|apr1|argon2(?:id|i|d))\\$[./A-Za-z0-9$=,+]{24,}");

  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          "(?i)authorization[\"']?\\s*[:=]\\s*[\"']?(?:bearer|basic|token)\\s+(?<secret>[A-Za-z0-9+/_.=~-]{12,})");

  private KnownTokens() {}

  static void find(String text, List<Span> found) {
    TOKEN.matcher(text).results().filter(m -> random(m.group())).forEach(m -> add(m, 0, found));
    HASH.matcher(text).results().filter(m -> random(m.group())).forEach(m -> add(m, 0, found));
    ADDRESS.matcher(text).results().filter(m -> random(m.group(1))).forEach(m -> add(m, 1, found));
    ACCOUNT_KEY
        .matcher(text)
        .results()
        .filter(m -> random(m.group(1)))
        .forEach(m -> add(m, 1, found));
    AUTHORIZATION
        .matcher(text)
        .results()
        .filter(m -> random(m.group(1)))
        .forEach(m -> add(m, 1, found));
    USER_INFO
        .matcher(text)
        .results()
        .filter(m -> Values.password(m.group(1)))
        .forEach(m -> add(m, 1, found));
  }

  private static void add(MatchResult match, int group, List<Span> found) {
    found.add(new Span(match.start(group), match.end(group)));
  }

  private static boolean random(String value) {
    return !Values.example(value) && Values.mixed(value);
  }
}
