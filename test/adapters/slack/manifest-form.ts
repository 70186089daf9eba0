import * as v from 'valibot';

const text = (longest: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(longest));
const address = v.optional(v.pipe(v.string(), v.regex(/^https?:\/\//), v.maxLength(3000)));
const words = (most: number) =>
  v.pipe(
    v.array(text(50)),
    v.maxLength(most),
    v.check((each) => new Set(each).size === each.length, 'one is there twice'),
  );

/** What Slack takes of a manifest, of the parts that Kiosk has (docs.slack.dev/reference/app-manifest); nothing else may be in it. */
export const manifestForm = v.strictObject({
  display_information: v.strictObject({
    name: text(35),
    description: text(140),
    background_color: v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/i)),
  }),
  features: v.strictObject({
    app_home: v.strictObject({
      home_tab_enabled: v.boolean(),
      messages_tab_enabled: v.boolean(),
      messages_tab_read_only_enabled: v.boolean(),
    }),
    assistant_view: v.strictObject({
      assistant_description: text(300),
      suggested_prompts: v.pipe(
        v.array(v.strictObject({ title: text(150), message: text(1000) })),
        v.maxLength(4),
      ),
    }),
    bot_user: v.strictObject({ display_name: text(80), always_online: v.boolean() }),
    slash_commands: v.array(
      v.strictObject({
        command: v.pipe(text(32), v.startsWith('/')),
        url: address,
        description: text(2000),
        usage_hint: text(1000),
        should_escape: v.boolean(),
      }),
    ),
    shortcuts: v.pipe(
      v.array(
        v.strictObject({
          name: text(24),
          type: v.picklist(['message', 'global']),
          callback_id: text(255),
          description: text(150),
        }),
      ),
      v.maxLength(10),
    ),
  }),
  oauth_config: v.strictObject({
    redirect_urls: v.optional(v.array(v.pipe(v.string(), v.startsWith('https://')))),
    scopes: v.strictObject({ bot: words(255) }),
  }),
  settings: v.strictObject({
    event_subscriptions: v.strictObject({ request_url: address, bot_events: words(100) }),
    interactivity: v.strictObject({
      is_enabled: v.boolean(),
      request_url: address,
      message_menu_options_url: address,
    }),
    org_deploy_enabled: v.boolean(),
    socket_mode_enabled: v.boolean(),
    token_rotation_enabled: v.boolean(),
  }),
});
