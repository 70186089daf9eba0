import * as v from 'valibot';
import { commandForm } from '../forms/command.ts';
import type { CommandForm } from '../forms/command.ts';
import { commandProblems, repeated } from '../forms/command-rules.ts';
import { check, invalid, readForm } from '../forms/form.ts';
import { isObject } from '../json.ts';
import { Refusal } from '../refusal.ts';
import { guildOf } from '../world/access.ts';
import { commandPayload } from '../world/payloads.ts';
import type { Command, World } from '../world/world.ts';
import { done, ok, route } from '../http/routes.ts';
import type { Asked, Route } from '../http/routes.ts';

/** At most so many commands of a kind in one place. */
const most: Readonly<Record<CommandForm['type'], number>> = { 1: 100, 2: 15, 3: 15 };
/** At most so many new commands a day. */
const mostNew = 200;
const day = 24 * 60 * 60 * 1000;

/** Commands of the application, everywhere and in single guilds. */
export function commandRoutes(world: World): readonly Route[] {
  const created: { readonly place: string; readonly at: number }[] = [];

  const placeOf = (asked: Asked): string | undefined => {
    if (asked.param('application') !== world.application.id) throw new Refusal('notThisApplication');
    return asked.path.includes('/guilds/') ? guildOf(world, asked.param('guild')).id : undefined;
  };
  const inPlace = (place: string | undefined) =>
    [...world.commands.values()].filter(({ guildId }) => guildId === place);
  const same = (place: string | undefined, { type, name }: CommandForm) =>
    inPlace(place).find(({ form }) => form.type === type && form.name === name);
  const known = (asked: Asked, place: string | undefined): Command => {
    const command = world.commands.get(asked.param('command'));
    if (command === undefined || command.guildId !== place) throw new Refusal('unknownCommand');
    return command;
  };
  const keep = (place: string | undefined, form: CommandForm, before: Command | undefined): Command => {
    const name = place ?? 'everywhere';
    if (before === undefined) {
      const today = created.filter((one) => one.place === name && world.now() - one.at < day).length;
      if (today >= mostNew) throw new Refusal('tooManyCreations');
      created.push({ place: name, at: world.now() });
    }
    const command = { id: before?.id ?? world.nextId(), version: world.nextId(), guildId: place, form };
    world.commands.set(command.id, command);
    return command;
  };
  const countKept = (forms: readonly CommandForm[]) => {
    for (const type of [1, 2, 3] as const)
      if (forms.filter((form) => form.type === type).length > most[type])
        throw new Refusal('tooManyCommands');
  };

  return ['/applications/:application/commands', '/applications/:application/guilds/:guild/commands'].flatMap(
    (path) => [
      route(`GET ${path}`, (asked) => {
        const translated = asked.query.get('with_localizations') === 'true';
        return ok(inPlace(placeOf(asked)).map((command) => commandPayload(world, command, translated)));
      }),
      route(`PUT ${path}`, (asked) => {
        const place = placeOf(asked);
        const forms = readForm(v.array(commandForm), typed(asked.body), problemsOfAll);
        countKept(forms);
        const before = forms.map((form) => same(place, form));
        for (const { id } of inPlace(place)) world.commands.delete(id);
        return ok(forms.map((form, index) => commandPayload(world, keep(place, form, before[index]))));
      }),
      route(`POST ${path}`, (asked) => {
        const place = placeOf(asked);
        const form = readForm(commandForm, typed(asked.body), commandProblems);
        const before = same(place, form);
        const others = inPlace(place).filter((command) => command !== before);
        countKept([...others.map(({ form }) => form), form]);
        return {
          status: before === undefined ? 201 : 200,
          body: commandPayload(world, keep(place, form, before)),
        };
      }),
      route(`GET ${path}/:command`, (asked) => ok(commandPayload(world, known(asked, placeOf(asked))))),
      route(`PATCH ${path}/:command`, (asked) => {
        const place = placeOf(asked);
        const before = known(asked, place);
        if (!isObject(asked.body)) throw invalid([]);
        const form = readForm(
          commandForm,
          { ...before.form, ...asked.body, type: before.form.type },
          commandProblems,
        );
        const other = same(place, form);
        if (other !== undefined && other.id !== before.id) check(form, () => [duplicate([])]);
        return ok(commandPayload(world, keep(place, form, before)));
      }),
      route(`DELETE ${path}/:command`, (asked) => {
        world.commands.delete(known(asked, placeOf(asked)).id);
        return done;
      }),
    ],
  );
}

/** Commands without a type are typed ones. */
function typed(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(typed);
  return isObject(body) ? { ...body, type: body['type'] ?? 1 } : body;
}

function problemsOfAll(forms: readonly CommandForm[]) {
  const kinds = [1, 2, 3].map((type) => forms.filter((form) => form.type === type));
  return [
    ...forms.flatMap((form, index) =>
      commandProblems(form).map((problem) => ({ ...problem, path: [index, ...problem.path] })),
    ),
    ...kinds.flatMap((kind) =>
      repeated(kind).map((place) => duplicate([forms.findIndex((form) => form === kind[place]), 'name'])),
    ),
  ];
}

function duplicate(path: readonly (string | number)[]) {
  return {
    path,
    code: 'APPLICATION_COMMANDS_DUPLICATE_NAME',
    message: 'Application command names must be unique',
  };
}
