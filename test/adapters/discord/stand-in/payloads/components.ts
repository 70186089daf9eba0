import type { Component, TopComponent } from '../forms/components.ts';
import { plain } from '../json.ts';
import type { JsonObject } from '../json.ts';

/** Components as Discord returns them: each with a number of its own, and with what the sender left out. */
export function componentsPayload(
  components: readonly TopComponent[],
  addressOf: (url: string) => string,
): readonly JsonObject[] {
  const taken = new Set<number>();
  let count = 0;

  const numberOf = (given: number | null | undefined): number => {
    if (given) return given;
    do count += 1;
    while (taken.has(count));
    return count;
  };
  const media = ({ url }: { readonly url: string }) => ({
    id: '0',
    url: addressOf(url),
    proxy_url: addressOf(url),
  });
  const show = (component: Component): JsonObject => {
    const id = numberOf(component.id);
    taken.add(id);
    const shared = { ...given(component), id };
    switch (component.type) {
      case 1:
        return { ...shared, components: component.components.map(show) };
      case 9:
        return {
          ...shared,
          components: component.components.map(show),
          accessory: show(component.accessory),
        };
      case 11:
        return {
          ...shared,
          media: media(component.media),
          description: component.description ?? null,
          spoiler: component.spoiler ?? false,
        };
      case 12:
        return {
          ...shared,
          items: component.items.map((item) => ({
            media: media(item.media),
            description: item.description ?? null,
            spoiler: item.spoiler ?? false,
          })),
        };
      case 13:
        return {
          ...shared,
          file: media(component.file),
          name: component.file.url.replace('attachment://', ''),
          size: 1,
          spoiler: component.spoiler ?? false,
        };
      case 14:
        return { ...shared, divider: component.divider ?? true, spacing: component.spacing ?? 1 };
      case 17:
        return {
          ...shared,
          components: component.components.map(show),
          accent_color: component.accent_color ?? null,
          spoiler: component.spoiler ?? false,
        };
      case 2:
      case 10:
        return shared;
      default:
        return { ...shared, min_values: component.min_values ?? 1, max_values: component.max_values ?? 1 };
    }
  };
  return components.map(show);
}

/** What was given of a component; null is as good as nothing. */
function given(component: Component): JsonObject {
  return Object.fromEntries(
    Object.entries(component)
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([key, value]) => [key, plain(value)]),
  );
}
