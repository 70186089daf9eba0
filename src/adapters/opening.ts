/** A part of Kiosk's web server that other programs call: open to all, whatever guards the page. */
export interface Opening {
  /** Hono's pattern of its path: "/websub/:name". */
  readonly path: string;
  /** The largest body, in bytes. */
  readonly mostBytes: number;
  answer(request: Request, parameters: Readonly<Record<string, string>>): Promise<Response>;
}
