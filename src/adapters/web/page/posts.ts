import type { WirePost } from '../wire.ts';

/**
 * Listens to what Kiosk posts by itself. Only a page that is looked at listens: a browser opens no more than six connections
 * to one server, and hidden tabs would use them up.
 */
export function listenToPosts(show: (post: WirePost) => void): void {
  let source: EventSource | undefined;
  let seen = '';

  function follow(): void {
    if (document.hidden) {
      source?.close();
      source = undefined;
      return;
    }
    if (source !== undefined && source.readyState !== EventSource.CLOSED) return;
    source = new EventSource(`/api/posts?${new URLSearchParams({ after: seen }).toString()}`);
    source.addEventListener('post', (event) => {
      seen = event.lastEventId;
      const post: WirePost = JSON.parse(event.data);
      show(post);
    });
  }

  document.addEventListener('visibilitychange', follow);
  follow();
}
