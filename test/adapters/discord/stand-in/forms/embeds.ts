import * as v from 'valibot';
import type { Problem } from './form.ts';
import { list, media, page, text, whole } from './fields.ts';

const picture = v.object({ url: media });

/** An embed within Discord's limits (discord-api-docs, "Embed Limits"). */
export const embedForm = v.object({
  title: v.nullish(text(0, 256)),
  description: v.nullish(text(0, 4096)),
  url: v.nullish(page),
  timestamp: v.nullish(
    v.pipe(
      v.string(),
      v.check(
        (value) => /^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value)),
        'DATE_TIME_TYPE_PARSE Could not parse the timestamp. Should be ISO8601.',
      ),
    ),
  ),
  color: v.nullish(whole(0, 0xffffff)),
  footer: v.nullish(v.object({ text: text(0, 2048), icon_url: v.nullish(media) })),
  image: v.nullish(picture),
  thumbnail: v.nullish(picture),
  author: v.nullish(v.object({ name: text(1, 256), url: v.nullish(page), icon_url: v.nullish(media) })),
  fields: v.nullish(
    list(v.object({ name: text(1, 256), value: text(1, 1024), inline: v.nullish(v.boolean()) }), 0, 25),
  ),
});

/** An embed as it was sent. */
export type Embed = v.InferOutput<typeof embedForm>;

/** The rules for all embeds of a message: 6,000 characters together, none of them empty. */
export function embedProblems(embeds: readonly Embed[]): readonly Problem[] {
  const size = embeds.reduce((sum, embed) => sum + sizeOf(embed), 0);
  const tooLarge =
    size > 6000
      ? [
          {
            path: ['embeds'],
            code: 'MAX_EMBED_SIZE_EXCEEDED',
            message: 'Embed size exceeds maximum size of 6000',
          },
        ]
      : [];
  const empty = embeds.flatMap((embed, index) =>
    isEmpty(embed)
      ? [
          {
            path: ['embeds', index, 'description'],
            code: 'BASE_TYPE_REQUIRED',
            message: 'This field is required',
          },
        ]
      : [],
  );
  return [...tooLarge, ...empty];
}

function sizeOf({ title, description, footer, author, fields }: Embed): number {
  return [
    title,
    description,
    footer?.text,
    author?.name,
    ...(fields ?? []).flatMap(({ name, value }) => [name, value]),
  ].reduce((sum, words) => sum + (words ?? '').trim().length, 0);
}

function isEmpty(embed: Embed): boolean {
  const { image, thumbnail, timestamp } = embed;
  return sizeOf(embed) === 0 && !image && !thumbnail && !timestamp;
}
