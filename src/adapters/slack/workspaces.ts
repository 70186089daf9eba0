import type { webApi } from '@slack/bolt';
import type { Locales } from './locales.ts';

/** Kiosk's name in a workspace. */
export interface Identity {
  readonly team: string;
  /** Kiosk's own id as a user. */
  readonly self: string;
}

/** A workspace that Kiosk is in. */
export interface Workspace extends Identity {
  readonly client: webApi.WebClient;
  readonly locales: Locales;
}

/** What Slack's library knows of where something comes from. */
export interface Source {
  readonly teamId?: string;
}

/** Does something in the workspace that Slack named, for which nobody waits. @param what failed, if it fails */
export type Within = (source: Source, work: (workspace: Workspace) => Promise<void>, what: string) => void;

/** The workspaces that Kiosk is in. */
export interface Workspaces {
  /** Learns from Slack what has to be known before anybody can be answered. @throws what Slack or the way to it refuses */
  meet(): Promise<void>;
  /** Who Kiosk is in a workspace, without asking Slack; undefined: it isn't in it. */
  identify(team: string | undefined): Promise<Identity | undefined>;
  /**
   * A workspace with a token that is good now; undefined: Kiosk isn't in it.
   * @throws where the token is to be had from Slack, which can't be reached
   */
  find(team: string): Promise<Workspace | undefined>;
  /** Slack no longer knows a workspace's token. */
  refused(workspace: Workspace, error: unknown): Promise<void>;
  /** Slack says that Kiosk was taken out of a workspace, which may be old news. */
  ended(team: string): Promise<void>;
}
