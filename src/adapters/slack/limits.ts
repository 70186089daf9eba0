/**
 * How much a message may hold (https://docs.slack.dev/reference/block-kit/blocks), in UTF-16 units where it is text.
 */
export const limits = {
  blocks: 50,
  /** Over all blocks of a message, as JSON: near 13,200 Slack refuses it (slackapi/bolt-js issue 2509). */
  json: 12_000,
  section: 3000,
  header: 150,
  contextElements: 10,
  contextText: 150,
  buttons: 25,
  label: 75,
  /** A menu's entries, and what one of them stands for; their words are as long as a button's. */
  choices: 100,
  choice: 75,
  /** Slack takes 2,000; with many buttons they would fill the message. */
  value: 300,
  /** What notifications show; Slack takes 40,000. */
  fallback: 3000,
  address: 3000,
  alt: 2000,
} as const;
