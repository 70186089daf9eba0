import type { types } from '@slack/bolt';
import { expect, test } from 'vitest';
import { openHarbour } from './stand-in-bot.ts';

const word = (text: string) => ({ type: 'plain_text', text }) as const;

/** A modal with one field. */
function modal(title: string, more: Partial<types.ModalView> = {}): types.ModalView {
  const element = { type: 'plain_text_input', action_id: 'text', max_length: 10 } as const;
  return {
    type: 'modal',
    callback_id: 'ask',
    title: word(title),
    submit: word('Send'),
    blocks: [{ type: 'input', block_id: 'question', label: word('Question'), element }],
    ...more,
  };
}

test('modals lie on each other, three at most, and are closed one by one or all at once', async () => {
  await using harbour = await openHarbour();
  const { slack, channel, ada } = harbour;
  await harbour.bot('Socket Mode', (app) => {
    app.shortcut('ask', async ({ ack, shortcut, client }) => {
      await ack();
      await client.views.open({ trigger_id: shortcut.trigger_id, view: modal('One') });
    });
    app.view('ask', async ({ ack, view }) => {
      const text = view.state.values['question']?.['text']?.value;
      if (text === 'clear') return ack({ response_action: 'clear' });
      if (text === 'push') return ack({ response_action: 'push', view: modal('More') });
      return ack();
    });
  });
  const reader = ada.in(channel);
  const first = await reader.shortcut('ask').view();
  const second = await reader.submit(first, { Question: 'push' }).view();
  const third = await reader.submit(second, { Question: 'push' }).view();
  const fourth = reader.submit(third, { Question: 'push' });
  expect(await fourth.failed()).toBe('push_limit_reached');
  expect(ada.modal()).toMatchObject({ id: third.id });
  await reader.submit(third, { Question: 'done' }).acknowledged();
  expect(ada.modal()).toMatchObject({ id: second.id });
  await reader.submit(second, { Question: 'clear' }).acknowledged();
  expect(ada.modal()).toBeUndefined();
  expect(() => reader.submit(first)).toThrow('does not see it');
  expect(slack.violations).toMatchObject([{ where: 'view_submission', what: 'push_limit_reached' }]);
});

test('a submission is answered only with what Slack understands', async () => {
  await using harbour = await openHarbour();
  const { slack, channel, ada } = harbour;
  await harbour.bot('HTTP', (app) => {
    app.shortcut('ask', async ({ ack, shortcut, client }) => {
      await ack();
      await client.views.open({ trigger_id: shortcut.trigger_id, view: modal('One') });
    });
    app.view('ask', async ({ ack }) => ack({ response_action: 'errors', errors: { nowhere: 'No' } }));
  });
  const reader = ada.in(channel);
  const view = await reader.shortcut('ask').view();
  expect(() => reader.submit(view)).toThrow('These are to be filled in: Question');
  expect(() => reader.submit(view, { Question: 'far too long for it' })).toThrow('0 to 10 characters');
  expect(() => reader.submit(view, { Answer: 'a' })).toThrow('There is no Answer');
  expect(await reader.submit(view, { Question: 'Why?' }).failed()).toBe('invalid_errors');
  expect(slack.violations).toMatchObject([{ kind: 'form', where: 'view_submission' }]);
});

test('a view is updated while it is open and nobody else has changed it', async () => {
  await using harbour = await openHarbour();
  const { channel, ada } = harbour;
  const app = await harbour.bot('Socket Mode', (app) => {
    app.shortcut('ask', async ({ ack, shortcut, client }) => {
      await ack();
      const view = modal('One', { notify_on_close: true, external_id: 'mine' });
      await client.views.open({ trigger_id: shortcut.trigger_id, view });
    });
    app.view({ callback_id: 'ask', type: 'view_closed' }, async ({ ack }) => ack());
  });
  const reader = ada.in(channel);
  const { id } = await reader.shortcut('ask').view();
  const first = await app.client.views.update({ view_id: id, view: modal('Two') });
  expect(ada.modal()).toMatchObject({ title: 'Two' });
  const hash = first.view?.hash ?? '';
  await app.client.views.update({ view_id: id, hash, view: modal('Three', { notify_on_close: true }) });
  const late = app.client.views.update({ view_id: id, hash, view: modal('Four') });
  await expect(late).rejects.toMatchObject({ data: { error: 'hash_conflict' } });
  const view = ada.modal();
  if (view === undefined) throw new Error('Nothing is open');
  expect(view.title).toBe('Three');
  await reader.dismiss(view)?.acknowledged();
  const gone = app.client.views.update({ view_id: id, view: modal('Five') });
  await expect(gone).rejects.toMatchObject({ data: { error: 'not_found' } });
});
