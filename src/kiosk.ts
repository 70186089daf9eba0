// What a command may use; `commands/` import nothing else.
export type { Explanation, Place } from './answers/explanation.ts';
export { defineCommand } from './chat/command.ts';
export type { CommandContext, SuggestContext } from './chat/command.ts';
export { findCommand } from './chat/grammar.ts';
export { givenIn } from './chat/given.ts';
export type { Listing, OptionListing, Suggestion } from './chat/adapter.ts';
export type { Kiosk, SummarySentence } from './chat/kiosk.ts';
export type { Action, Block, Message, Span, Text } from './chat/message.ts';
export {
  answerMessage,
  articleLine,
  evidenceCard,
  storyAction,
  storyActions,
  storyCard,
  summaryAction,
  summaryBlocks,
  sourcesOf,
  telling,
  timelineAction,
} from './chat/replies.ts';
export { findSource } from './chat/sources.ts';
export type { Preview } from './chat/sources.ts';
export { needStory, suggestStories } from './chat/stories.ts';
export { UserError } from './errors.ts';
export { fold, languageTags, nameOfLanguage } from './language/index.ts';
export type { LanguageTag } from './language/index.ts';
export type { FollowedSource } from './sources/store.ts';
export type { Announcement, Plan, Subscription } from './chat/plan.ts';
export type { Sent, Verdict } from './chat/newsdesk.ts';
export { choosePlan, mostPlans, ofChannel, suggestPlans } from './delivery/choose-plan.ts';
export { draftSubscription, plainSubscription, readTiming, readTopics, withDueAt } from './delivery/draft.ts';
export type { SubscriptionWords } from './delivery/draft.ts';
export { draftAnnouncement } from './delivery/draft-announcement.ts';
export { planBlocks, planCard, titleOf } from './delivery/plan-blocks.ts';
export { suggestZones } from './delivery/suggest-zones.ts';
export type { ArticleHead, Story } from './stories/article.ts';
export type { Change } from './stories/corrections.ts';
export type { TextKey, Translate } from './texts.ts';
