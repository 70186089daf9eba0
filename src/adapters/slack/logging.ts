import { LogLevel } from '@slack/bolt';
import type { Logger } from '@slack/bolt';
import type { Log } from '../../log.ts';

/** What Slack's library says goes where everything else is logged; what it merely chats, only for those who look closely. */
export function boltLog(log: Log): Logger {
  let level = LogLevel.INFO;
  return {
    debug: (...said) => log.debug(words(said), 'Slack’s library says'),
    info: (...said) => log.debug(words(said), 'Slack’s library says'),
    warn: (...said) => log.info(words(said), 'Slack’s library warns'),
    error: (...said) => log.warn(words(said), 'Slack’s library fails'),
    setLevel(next) {
      level = next;
    },
    getLevel: () => level,
    setName() {},
  };
}

function words(said: readonly unknown[]) {
  return { said: said.map(String).join(' ') };
}
