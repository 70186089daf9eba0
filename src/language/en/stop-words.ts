import { wordList } from '../word-list.ts';

/** English words that carry no topic, folded. "May" is left out: it is a month and a name. */
export const stopWords: ReadonlySet<string> = new Set(
  wordList(
    // Articles, pronouns, determiners
    `a an the this that these those i me my mine myself we us our ours ourselves you your yours yourself yourselves
    he him his himself she her hers herself it its itself they them their theirs themselves one ones oneself
    someone somebody something anyone anybody anything everyone everybody everything nobody nothing none
    some any each every either neither both all few many much more most less least several such same other others
    another own certain various`,
    // Interrogatives and relatives
    `who whom whose who's what what's which when where where's why how how's whoever whatever whichever whenever
    wherever whether`,
    // Auxiliaries and contractions
    `be am is are was were been being have has had having do does did doing done can could shall should will would
    might must ought let get gets got getting isn't aren't wasn't weren't haven't hasn't hadn't don't doesn't didn't
    won't wouldn't can't cannot couldn't shouldn't mustn't needn't mightn't ain't i'm i've i'd i'll you're you've you'd
    you'll he'd he'll she'd she'll it'd it'll we're we've we'd we'll they're they've they'd they'll that'd that'll
    there'd there'll who'd who'll who've y'all`,
    // Prepositions
    `of in on at by for with about against between among amongst into onto through throughout during before after
    above below to from up down out off over under upon within without across along around behind beside besides
    beyond despite except inside outside near per via toward towards underneath until till unlike versus vs since
    amid regarding concerning`,
    // Conjunctions and adverbs
    `and or but nor so yet if then else than because as while whereas although though unless once again further
    here there now just only also too very even still already almost ever never not no yes quite rather really
    perhaps maybe however therefore thus hence indeed instead otherwise meanwhile anyway ok okay well`,
    // What opens a question or a request to a newspaper rather than its subject
    `please tell show give`,
  ),
);
