import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { languageTags } from '../../src/language/index.ts';
import type { LanguageTag } from '../../src/language/index.ts';

const text = v.string();
const schema = v.object({
  replies: v.object({
    digest: v.object({ title: text, empty: text, update: text }),
    alert: v.object({ title_one: text, title_other: text, update: text }),
    page: v.object({ next: text }),
    correction: v.object({ withdrawn: text, notice: text, title: text, text }),
  }),
});

/** Kiosk's own words in one language, as they are in its locale. */
export type Wording = v.InferOutput<typeof schema>['replies'];

/** Kiosk's own words by language, read apart from Kiosk. */
export function readWordings(): ReadonlyMap<LanguageTag, Wording> {
  return new Map(
    languageTags.map((tag) => {
      const file = new URL(`../../locales/${tag}.json`, import.meta.url);
      return [tag, v.parse(schema, JSON.parse(readFileSync(file, 'utf8'))).replies];
    }),
  );
}
