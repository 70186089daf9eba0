import { wordList } from '../word-list.ts';

/** German words that carry no topic, folded. */
export const stopWords: ReadonlySet<string> = new Set(
  wordList(
    // Articles, pronouns, determiners
    `der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner keines
    ich mich mir du dich dir er ihn ihm sie ihr ihnen es wir uns ihre ihren ihrem ihrer ihres euch sich
    mein meine meinen meinem meiner meines dein deine deinen deinem deiner sein seine seinen seinem seiner seines
    unser unsere unseren unserem unserer unseres euer eure euren eurem eurer man jemand niemand
    dieser diese dieses diesen diesem jener jene jenes jenen jenem derselbe dieselbe dasselbe derselben desselben
    derjenige diejenige dasjenige diejenigen dessen deren denen
    jeder jede jedes jeden jedem alle alles allen aller allem beide beiden beider manche mancher manches manchen
    einige einigen einiger einiges etliche mehrere mehreren mehrerer viel viele vielen vieler vieles wenig wenige
    wenigen weniger etwas nichts solche solcher solches solchen solchem andere anderer anderes anderen anderem`,
    // Interrogatives and relatives
    `wer wen wem wessen was wann wo wohin woher wie warum weshalb wieso weswegen wozu womit wodurch wofur woran worauf
    woraus worin woruber worum wovon wovor welche welcher welches welchen welchem wieviel inwiefern inwieweit`,
    // Auxiliaries and modals
    `bin bist ist sind seid war warst waren wart gewesen sein sei seien ware waren
    habe hast hat haben habt hatte hattest hatten hattet gehabt hatte hatten
    werde wirst wird werden werdet wurde wurdest wurden wurdet geworden worden wurde wurden
    kann kannst konnen konnt konnte konnten gekonnt muss musst mussen musste mussten soll sollst sollen sollte
    sollten will willst wollen wollte wollten darf durfen durfte durften mag mogen mochte mochten lassen lasst liess`,
    // Prepositions
    `in im an am auf aus bei beim bis durch fur gegen mit nach ohne seit uber um unter von vom vor wahrend wegen zu zum zur
    zwischen hinter neben trotz ab ausser gegenuber statt anstatt entlang innerhalb ausserhalb laut gemass pro per
    via samt nebst angesichts aufgrund mittels hinsichtlich bezuglich ins ans aufs ums furs ubers`,
    // Conjunctions and adverbs
    `und oder aber sondern denn doch weil da dass wenn als ob obwohl damit sodass falls sofern soweit indem nachdem
    bevor ehe sowie sowohl weder noch entweder je desto umso auch nur schon nicht nie niemals nun jetzt hier dort da
    dann so sehr mehr immer wieder dabei dadurch dafur dagegen daher dahin damals danach daneben daran darauf daraus darin
    daruber darum darunter davon davor dazu deshalb deswegen trotzdem dennoch jedoch allerdings zwar etwa eben
    ja nein mal sonst zudem ausserdem bereits fast kaum ganz gar zumindest wohl weiter weitere weiteren weiterer
    hin her hinzu usw bzw`,
    `bitte danke`,
  ),
);
