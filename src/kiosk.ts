// What a command may use; `commands/` import nothing else.
export { defineCommand } from './chat/command.ts';
export type { CommandContext, SuggestContext } from './chat/command.ts';
export { explanationBlocks } from './chat/explanation-blocks.ts';
export { findCommand } from './chat/grammar.ts';
export { givenIn } from './chat/given.ts';
export type { Listing, OptionListing, Suggestion } from './chat/adapter.ts';
export type { Kiosk, SummarySentence } from './chat/kiosk.ts';
export type { StoryDetails } from './chat/story-details.ts';
export type { Action, Block, Message, Span, Text } from './chat/message.ts';
export {
  answerMessage,
  articleLine,
  evidenceCard,
  storyAction,
  storyActions,
  shorten,
  storyCard,
  summaryAction,
  summaryBlocks,
  sourcesOf,
  telling,
  timelineAction,
} from './chat/replies.ts';
export { quoteCard } from './chat/quote-card.ts';
export { figureBlocks, quotationBlocks, reportBlocks } from './chat/story-blocks.ts';
export { findSource } from './chat/sources.ts';
export type { Preview } from './chat/sources.ts';
export { needStory, suggestStories } from './chat/stories.ts';
export { UserError } from './errors.ts';
export { fold, languageTags, nameOfLanguage } from './language/index.ts';
export type { LanguageTag } from './language/index.ts';
export type { FollowedSource } from './sources/store.ts';
export type { Act } from './chat/audit.ts';
export type { Announcement, Plan, Subscription } from './chat/plan.ts';
export type { Sent, Verdict } from './chat/newsdesk.ts';
export {
  findPlans,
  isPast,
  mostPlans,
  ofChannel,
  suggestAnnouncements,
  suggestPlans,
  suggestSubscriptions,
} from './delivery/choose-plan.ts';
export { draftSubscription, plainSubscription, resumed } from './delivery/draft.ts';
export type { SubscriptionWords } from './delivery/draft.ts';
export { draftAnnouncement } from './delivery/draft-announcement.ts';
export { stampOf } from './delivery/moment.ts';
export { findOwnDigest } from './delivery/own-digest.ts';
export { planActions } from './delivery/plan-actions.ts';
export { announcementBlocks, dueLine, planBlocks, planCard, titleOf } from './delivery/plan-blocks.ts';
export { previewBlocks } from './delivery/preview-blocks.ts';
export { readTimeZone, readTopics } from './delivery/read-words.ts';
export { findSame } from './delivery/same-plan.ts';
export { outletsToChoose, suggestOutlets } from './delivery/suggest-outlets.ts';
export { suggestMoments, suggestTimes } from './delivery/suggest-times.ts';
export { suggestZones } from './delivery/suggest-zones.ts';
export { choicesOf, whichPlan } from './delivery/which-plan.ts';
export { writeMoment } from './delivery/write-moment.ts';
export { inZoneOf, zoneOf } from './delivery/zone-of.ts';
export { writeDuration } from './language/durations.ts';
export type { ArticleHead, Story } from './stories/article.ts';
export type { Change } from './stories/corrections.ts';
export type { TextKey, Translate } from './texts.ts';
