import { UserError } from '../errors.ts';
import { fold } from '../language/index.ts';
import type { Listing, OptionListing } from './adapter.ts';
import type { OptionSpec, OptionSpecs } from './command.ts';

/** A value an option may have. */
export type OptionValue = string | number | undefined;

/**
 * Checks what a reader gave against a command's declaration.
 * @param listing the command in the reader's language, so that errors speak of options as the reader knows them
 * @throws {UserError} naming the option and what is allowed
 */
export function readOptions(
  specs: OptionSpecs,
  given: Readonly<Record<string, string | number | boolean>>,
  listing: Listing,
): Readonly<Record<string, OptionValue>> {
  const unknown = Object.keys(given).find((key) => !Object.hasOwn(specs, key));
  if (unknown !== undefined)
    throw new UserError('errors.unknownOption', { option: unknown, command: listing.name });
  return Object.fromEntries(
    listing.options.flatMap((option) => {
      const spec = specs[option.key];
      return spec === undefined ? [] : [[option.key, readOption(spec, given[option.key], option)]];
    }),
  );
}

function readOption(
  spec: OptionSpec,
  given: string | number | boolean | undefined,
  listing: OptionListing,
): OptionValue {
  const text = String(given ?? '').trim();
  if (text === '') {
    if (listing.required)
      throw new UserError('errors.missingOption', { option: listing.name, description: listing.description });
    return undefined;
  }
  switch (spec.type) {
    case 'text':
      if (text.length > spec.maximum) {
        throw new UserError('errors.tooLong', {
          option: listing.name,
          maximum: spec.maximum,
          count: text.length,
        });
      }
      return text;
    case 'integer': {
      const value = Number(text);
      if (Number.isInteger(value) && value >= spec.minimum && value <= spec.maximum) return value;
      throw new UserError('errors.notInteger', {
        option: listing.name,
        minimum: spec.minimum,
        maximum: spec.maximum,
      });
    }
    case 'choice': {
      const chosen = listing.choices.find(({ value, name }) => [value, fold(name)].includes(fold(text)));
      if (chosen !== undefined) return chosen.value;
      const choices = listing.choices.map(({ name }) => name).join(', ');
      throw new UserError('errors.notChoice', { option: listing.name, choices });
    }
  }
}
