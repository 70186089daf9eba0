export { decode } from './decode.ts';
export { readDocument } from './document.ts';
export type { ReadArticle, ReadDocument, ReadFeed } from './document.ts';
export { isFeed, readFeed } from './feed/feed.ts';
export type { Feed, FeedItem } from './feed/feed.ts';
export { createFetcher, defaultMaximumBytes, defaultTimeouts } from './web/fetch.ts';
export type { Answered, Fetched, Fetcher, FetchOptions } from './web/fetch.ts';
export { createPageFetcher } from './web/pages.ts';
export type { PageFetcher } from './web/pages.ts';
export { FetchError } from './web/refusal.ts';
export { createRobots } from './web/robots.ts';
export type { Robots } from './web/robots.ts';
export type { Timeouts } from './web/travel.ts';
export { localFiles } from './files/file-access.ts';
export type { FileAccess } from './files/file-access.ts';
export { readFiles } from './files/files.ts';
export type { FileEvent } from './files/files.ts';
export type { Item } from './item.ts';
export { readLine } from './files/jsonl.ts';
export type { Problem, ReadLine } from './files/jsonl.ts';
export { readOpml, writeOpml } from './files/opml.ts';
export { readPage } from './page/page.ts';
export type { How, Notice, OfferedFeed, Page } from './page/page.ts';
export { itemsOf } from './items.ts';
export { createBatches } from './polling/batches.ts';
export { createLooks } from './polling/looks.ts';
export { createPoller } from './polling/poll.ts';
export type { Poller, PollerParts, PollEvent } from './polling/poll.ts';
export type { Rounds } from './polling/rounds.ts';
export { createWebSub } from './websub/websub.ts';
export type { Sent, WebSub } from './websub/websub.ts';
export type { Lease, LeaseStore } from './websub/leases.ts';
export { createFeedSource } from './source.ts';
export type { Gathered, Known, Source } from './source.ts';
export { directReader, newsIn } from './news.ts';
export type { DocumentReader, FetchedDocument, News } from './news.ts';
export type { DuePage, PageStore } from './pages.ts';
export type {
  ClaimedSource,
  FollowedSource,
  NewSource,
  SourceChange,
  SourceState,
  SourceStatus,
  SourceStore,
} from './store.ts';
