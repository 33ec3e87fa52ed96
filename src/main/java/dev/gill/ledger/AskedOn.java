package dev.gill.ledger;

/** Where a question was asked. */
public enum AskedOn {
  /** The page in the browser. */
  PAGE,
  /** The HTTP interface. */
  API,
  /** Slack. */
  SLACK,
  /** Lark, which is Feishu in China. */
  LARK,
  /** DingTalk. */
  DINGTALK,
  /** An agent, by the Model Context Protocol. */
  MCP,
  /** A client of the OpenAI interface. */
  OPENAI
}
