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
  attribution: {
    asked: new Set(wordList('say says said saying tell told quote quotes quoted')),
    according: ['according to', 'in the words of'],
    helpers: new Set(wordList('has have had is was were been')),
    pronouns: {
      he: new Set(['he']),
      she: new Set(['she']),
      others: new Set(
        wordList(
          'they it i we you one who which that this these those there some many others both latter former',
        ),
      ),
    },
    passing: new Set(
      wordList(
        'also later then on him her them me us again yesterday monday tuesday wednesday thursday friday saturday sunday',
      ),
    ),
    leading: new Set(wordList('but and so yet as also however later then now still meanwhile instead')),
    apart: new Set(
      wordList(
        `in on at to by with from about after before during when while as since until because if though although where what how why
        that who which whose told into over under against between among without within despite earlier later also then already once
        again has have had is was were be been not never only just still even meanwhile however instead but and adding speaking
        writing via through yesterday today tomorrow last this next monday tuesday wednesday thursday friday saturday sunday`,
      ),
    ),
    within: new Set(wordList('of for de du van von der the al bin ibn la le and')),
    determiners: new Set(wordList('the a an his her its their our my one another')),
    feminine:
      /(?:^|\s)(?:mrs|ms|miss|lady|queen|princess|sister|spokeswoman|chairwoman|congresswoman|councilwoman|actress|mother|wife|woman)(?!\p{L})/iu,
    masculine:
      /(?:^|\s)(?:mr|king|prince|sir|brother|spokesman|chairman|congressman|councilman|actor|father|husband|man|his wife)(?!\p{L})/iu,
    severalSay: undefined,
    insideMarks: false,
  },
  indirect: {
    that: new Set(['that']),
    bare: new Set(['say', 'says', 'said']),
    addressing: new Set(wordList('tell tells told warn warns warned')),
    afterComma: false,
    of: ['spoke of', 'speaks of', 'spoken of'],
    active: new Set(['has', 'have', 'had']),
    needs: {},
    indefinite: new Set(['a', 'an', 'one', 'another']),
    joining: new Set(['and', 'but']),
    never: new Set(wordList('not never whether if nor no')),
    unsure: new Set(),
  },
};
