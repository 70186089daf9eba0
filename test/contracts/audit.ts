import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Act, Audit } from '../../src/chat/audit.ts';

/** An audit trail that was opened for one test, empty. */
export interface OpenedAudit {
  readonly audit: Audit;
  close(): Promise<void>;
}

const act = (subject: string, parts: Partial<Act> = {}): Act => ({
  at: new Date('2026-05-04T08:00:00.123Z'),
  by: 'discord:ada',
  channel: 'discord:1:2',
  action: 'subscribe',
  subject,
  ...parts,
});

/** What every audit trail must do. */
export function auditContract(name: string, open: () => Promise<OpenedAudit>): void {
  describe(`${name} keeps who changed what`, () => {
    let opened: OpenedAudit;
    let audit: Audit;
    beforeEach(async () => {
      opened = await open();
      audit = opened.audit;
    });
    afterEach(() => opened.close());

    const subjects = async (channel: string, limit: number) =>
      (await audit.list({ channel, limit })).map(({ subject }) => subject);

    it('lists what was noted, the newest first, whatever the clocks said', async () => {
      const acts = [
        act('a', { details: '{"when":"0 8 * * *"}\n"\'' }),
        act('b', { at: new Date('2026-05-04T07:00:00Z') }),
        act('a', { action: 'pause', by: 'slack:U1', channel: 'slack:T1:C1' }),
      ];
      for (const each of acts) await audit.note(each);
      expect(await audit.list({ limit: 9 })).toStrictEqual(acts.toReversed());
      expect(await audit.list({ limit: 2 })).toStrictEqual(acts.slice(1).toReversed());
    });

    it('lists what was done in one channel', async () => {
      for (const each of [act('a'), act('b', { channel: 'discord:1:3' }), act('c'), act('d')])
        await audit.note(each);
      expect(await subjects('discord:1:2', 9)).toEqual(['d', 'c', 'a']);
      expect(await subjects('discord:1:2', 2)).toEqual(['d', 'c']);
      expect(await subjects('discord:1', 9)).toEqual([]);
    });
  });
}
