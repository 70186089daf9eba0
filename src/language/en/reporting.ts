import type { ReportingWords } from '../language.ts';
import { wordList } from '../word-list.ts';

/** How English papers write. */
export const reporting: ReportingWords = {
  leaning: new Set(
    wordList(
      `he she it they this that these those such his her hers its their theirs him them there so then thus hence
      but and or yet however also still instead meanwhile moreover furthermore therefore nevertheless nonetheless another both
      neither similarly additionally likewise consequently afterwards`,
    ),
  ),
  saying: new Set(
    wordList(
      `say says said tell tells told add adds added explain explains explained write writes wrote announce announces announced
      declare declares declared state states stated warn warns warned insist insists insisted claim claims claimed argue argues
      argued admit admits admitted comment comments commented reply replies replied respond responds responded ask asks asked
      note notes noted remark remarks remarked call calls called urge urges urged promise promises promised report reports
      reported believe believes believed think thinks tweet tweets tweeted post posts posted conclude concludes concluded
      recall recalls recalled deny denies denied confirm confirms confirmed stress stresses stressed quip quips quipped joke
      jokes joked complain complains complained according`,
    ),
  ),
  furniture:
    /^(?:read (?:more|also|next)\b|also read\b|see also\b|(?:related|photos?|images?|pictures?|video|credit|source|advertisement)\s*[:|]|photo(?:graph)? by\b|advertisement$|sign up (?:for|to) (?:our|the)\b|subscribe (?:to|now)\b|click here\b|follow us\b|share this\b|by(?-i: \p{Lu}[\p{L}.'’-]+){2,4}(?<!\.)$|for more stories\b)|\b(?:we use|accept(?: all)?) cookies\b|\bcookie (?:policy|settings|preferences)\b|\ball rights reserved\b|\bour (?:free )?newsletters?\b|\bprivacy policy\b|\benable javascript\b|©/iu,
};
