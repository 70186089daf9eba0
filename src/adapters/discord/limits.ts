/**
 * How much a message may hold, in UTF-16 units where it is text
 * (https://discord.com/developers/docs/resources/message#embed-object-embed-limits, .../components/reference).
 */
export const limits = {
  content: 2000,
  embeds: 10,
  /** Over all embeds of a message. */
  embedText: 6000,
  title: 256,
  description: 4096,
  rows: 5,
  buttons: 5,
  menuOptions: 25,
  label: 80,
  optionLabel: 100,
  customId: 100,
  placeholder: 150,
  modalTitle: 45,
  modalLabel: 45,
  modalPlaceholder: 100,
  modalValue: 4000,
  threadName: 100,
  nonce: 25,
} as const;
