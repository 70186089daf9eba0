import * as v from 'valibot';

/** Characters between two lengths; Slack counts as JavaScript does. */
export const words = (most: number, fewest = 1) =>
  v.pipe(
    v.string(),
    v.minLength(fewest, `must be more than ${fewest - 1} characters`),
    v.maxLength(most, `must be less than ${most + 1} characters`),
  );

/** A list of a length between two. */
export const list = <Item extends v.GenericSchema>(item: Item, most: number, fewest = 1) =>
  v.pipe(
    v.array(item),
    v.minLength(fewest, `no fewer than ${fewest} items required`),
    v.maxLength(most, `no more than ${most} items allowed`),
  );

/** An id that the app gives: 255 characters at most. */
export const id = v.optional(words(255));

/** An address that Slack fetches or opens. */
export const address = (most = 3000) =>
  v.pipe(words(most), v.regex(/^https?:\/\/[^\s]+$/, 'must be a valid URL'));

/** An address that Slack's clients fetch; "https" for a page of today. */
export const imageAddress = v.pipe(
  words(3000),
  v.regex(/^https:\/\/[^\s]+$/, 'must be a valid image URL (https)'),
);

/** Text without markup. */
export const plainText = (most: number) =>
  v.strictObject({ type: v.literal('plain_text'), text: words(most), emoji: v.optional(v.boolean()) });

/** Text with markup. */
export const mrkdwn = (most: number) =>
  v.strictObject({ type: v.literal('mrkdwn'), text: words(most), verbatim: v.optional(v.boolean()) });

/** Text of either kind. */
export const anyText = (most: number) => v.variant('type', [plainText(most), mrkdwn(most)]);

/** Text of either kind. */
export type Text = v.InferOutput<ReturnType<typeof anyText>>;

/** A question before something is done. */
export const confirmation = v.strictObject({
  title: plainText(100),
  text: anyText(300),
  confirm: plainText(30),
  deny: plainText(30),
  style: v.optional(v.picklist(['primary', 'danger'])),
});
