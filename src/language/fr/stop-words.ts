import { wordList } from '../word-list.ts';

/** French words that carry no topic, folded, with the forms that elision leaves ("l'", "qu'"). */
export const stopWords: ReadonlySet<string> = new Set(
  wordList(
    // Articles, pronouns, determiners
    `le la les l un une des du de d au aux ce cet cette ces c ca cela ceci celui celle ceux celles ci celui-ci
    je j me m moi tu te t toi il ils elle elles on nous vous se s soi lui leur leurs eux y en
    mon ma mes ton ta tes son sa ses notre nos votre vos mien mienne tien sien sienne
    meme memes tout toute tous toutes autre autres autrui aucun aucune chaque chacun chacune plusieurs certains
    certaines certain certaine quelque quelques quelqu quelconque tel telle tels telles rien personne`,
    // Interrogatives and relatives
    `qui que qu quoi dont ou quand comment combien pourquoi quel quelle quels quelles lequel laquelle lesquels
    lesquelles auquel auxquels auxquelles duquel desquels desquelles est-ce`,
    // Auxiliaries and the commonest forms of être, avoir, faire, pouvoir, devoir, aller
    `etre suis es est sommes etes sont etais etait etions etiez etaient fus fut fumes furent serai seras sera serons
    serez seront serais serait serions seraient sois soit soyons soyez soient ete etant etee etees
    avoir ai as a avons avez ont avais avait aviez avaient eus eut eurent aurai auras aura aurons aurez
    auront aurais aurait aurions auraient aie ait ayons ayez aient ayant eu eue eues
    faire fait faits faite fais font faisait fera ferait
    peut peux peuvent pouvait pouvaient pourra pourrait pourraient pu pouvoir
    doit dois doivent devait devaient devra devrait devraient du devoir
    va vais vont allait allaient ira irait`,
    // Prepositions
    `a dans par pour sur avec sans sous entre vers chez contre depuis pendant durant avant apres des lors jusque jusqu
    jusqu'a parmi selon malgre sauf hors outre envers voici voila via aupres afin autour`,
    // Conjunctions and adverbs
    `et ou mais donc or ni car si comme lorsque lorsqu puisque puisqu quoique quoiqu parce tandis alors ainsi aussi
    ne n pas plus moins point jamais tres trop peu beaucoup bien mal encore deja toujours souvent ici la ailleurs
    puis ensuite enfin cependant pourtant toutefois neanmoins notamment surtout plutot presque environ seulement
    non oui tant autant tellement assez quasi maintenant aujourd'hui desormais`,
    `svp merci`,
  ),
);
