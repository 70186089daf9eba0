import type { Action } from '../chat/message.ts';
import type { Plan } from '../chat/plan.ts';
import type { Translate } from '../texts.ts';

/** What managers can do with one plan. */
export function planActions({ id, kind, status }: Plan, t: Translate): readonly Action[] {
  const change = status === 'active' ? 'pause' : 'unpause';
  return [
    ...(kind === 'subscription' ? subscriptionActions(id, t) : announcementActions(id, t)),
    { label: t(`replies.plan.actions.${change}`), command: change, options: { what: id } },
    { label: t('replies.plan.actions.remove'), command: 'unsubscribe', options: { what: id } },
  ];
}

function subscriptionActions(id: string, t: Translate): readonly Action[] {
  const options = { subscription: id };
  return [
    { label: t('replies.plan.actions.preview'), command: 'digest', options },
    { label: t('replies.plan.actions.topics'), command: 'subscribe', options, asks: 'topics' },
    { label: t('replies.plan.actions.when'), command: 'subscribe', options, asks: 'when' },
  ];
}

function announcementActions(id: string, t: Translate): readonly Action[] {
  const options = { announcement: id };
  return [
    { label: t('replies.plan.actions.text'), command: 'announce', options, asks: 'text' },
    { label: t('replies.plan.actions.when'), command: 'announce', options, asks: 'when' },
  ];
}
