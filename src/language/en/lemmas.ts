import { irregularWords } from '../irregular.ts';

/** Verbs whose forms stems don't lead back to them, each followed by those forms (of "wind", news knows the noun alone) … */
const verbs = irregularWords(`
arise arose arisen|bear bore borne born|beat beaten|become became|begin began begun|bend bent|bind bound|bite bit bitten|bleed bled|
blow blew blown|break broke broken|breed bred|bring brought|build built|burn burnt|buy bought|catch caught|choose chose chosen|come came|
creep crept|deal dealt|dig dug|draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed|
feel felt|fight fought|find found|flee fled|fly flew flown|forbid forbade forbidden|forget forgot forgotten|forgive forgave forgiven|
freeze froze frozen|give gave given|go went gone|grow grew grown|hang hung|hear heard|hide hid hidden|hold held|keep kept|
know knew known|lay laid|lead led|leave left|lend lent|lie lay lain|light lit|lose lost|make made|mean meant|meet met|pay paid|
ride rode ridden|ring rang rung|rise rose risen|run ran|say said|see saw seen|seek sought|sell sold|send sent|shake shook shaken|shoot shot|
sing sang sung|sink sank sunk|sit sat|sleep slept|slide slid|speak spoke spoken|spend spent|spring sprang sprung|stand stood|
steal stole stolen|stick stuck|strike struck stricken|swear swore sworn|sweep swept|swim swam swum|swing swung|take took taken|
teach taught|tear tore torn|think thought|throw threw thrown|understand understood|wake woke woken|wear wore worn|win won|
withdraw withdrew withdrawn|write wrote written|overtake overtook overtaken|overthrow overthrew overthrown|
undergo underwent undergone|undertake undertook undertaken|uphold upheld`);

/** … and other such words. */
const others = irregularWords(`
man men|woman women|child children|person people|foot feet|tooth teeth|mouse mice|goose geese|wolf wolves|wife wives|life lives|
half halves|knife knives|shelf shelves|thief thieves|leaf leaves|crisis crises|analysis analyses|basis bases|thesis theses|
phenomenon phenomena|criterion criteria|bacterium bacteria|datum data|medium media|fireman firemen|policeman policemen|
spokesman spokesmen|businessman businessmen|good better best|bad worse worst|far furthest`);

/** The words that a folded form may belong to: "struck", "strikes", "children". */
export function lemmasOf(word: string): readonly string[] {
  const irregular = [...(verbs.bases.get(word) ?? []), ...(others.bases.get(word) ?? [])];
  return irregular.length > 0 || !word.endsWith('s') ? irregular : thirdPersonOf(word);
}

/** The irregular forms of a folded word: "strike", "child". */
export function formsOf(word: string): readonly string[] {
  return [...(verbs.forms.get(word) ?? []), ...(others.forms.get(word) ?? [])];
}

/** The irregular verb that "leads", "goes" or "flies" is of. */
function thirdPersonOf(word: string): readonly string[] {
  const bases = [word.replace(/s$/, ''), word.replace(/es$/, ''), word.replace(/ies$/, 'y')];
  return bases.filter((base) => verbs.forms.has(base)).slice(0, 1);
}
