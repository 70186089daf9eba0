import type { AskingWords, MentionWords } from '../asking-words.ts';
import { wordList, wordValues } from '../word-list.ts';

/** French words of questions. */
export const asking: AskingWords = {
  phrases: {
    name: ['qui'],
    time: ['quand', 'depuis quand', 'jusqu a quand', 'a quel moment'],
    place: ['ou', 'd ou'],
    duration: ['combien de temps'],
    number: ['combien'],
    share: ['combien de pour cent'],
    money: ['combien d argent', 'combien d euros', 'combien coute', 'combien a coute'],
    manner: ['comment', 'par quel moyen'],
    reason: ['pourquoi', 'dans quel but', 'a quoi sert'],
  },
  identity: {
    who: ['qui est', 'qui etait', 'qui sont', 'qui etaient', 'qui fut', 'qui furent', 'c est qui'],
    what: ['qu est ce que', 'qu est ce qu', 'c est quoi', 'que signifie'],
  },
  joining: wordList('quand qui ou'),
  which: [...wordList('quel quelle quels quelles'), 'qu est ce qui', 'qu est ce que', 'qu est ce qu'],
  between: wordList('est sont etait etaient fut furent un une le la les l deux trois autre autres'),
  nouns: {
    name: wordList(
      `nom noms personne personnes homme femme dirigeant president presidente roi reine empereur auteur auteure artiste
      acteur actrice chanteur scientifique chercheur joueur entraineur ministre juge entreprise entreprises societe equipe
      equipes groupe groupes club organisation parti agence politicien politicienne senateur maire gouverneur chancelier general capitaine pape
      eveque prince princesse duc fondateur fondatrice inventeur compositeur realisateur realisatrice peintre poete
      philosophe architecte journaliste avocat medecin ecrivain athlete pilote astronaute vainqueur champion adversaire
      rival successeur predecesseur pere mere frere soeur fils fille epouse mari victime suspect constructeur marque
      journal chaine banque syndicat association ministere compagnie`,
    ),
    time: wordList(
      'annee annees date dates jour jours mois siecle siecles decennie decennies epoque periode an ans moment',
    ),
    place: wordList(
      `pays ville villes village lieu endroit etat region province departement quartier continent fleuve ile rue batiment
      universite ecole capitale aeroport stade port musee lac montagne mer ocean place parc hotel eglise prison`,
    ),
    number: wordList(
      `nombre magnitude intensite population taille superficie surface longueur hauteur age altitude
      distance quantite score poids vitesse profondeur largeur temperature capacite participation`,
    ),
    duration: wordList('duree'),
    share: wordList('pourcentage taux part proportion'),
    money: wordList('prix cout budget montant salaire somme'),
    manner: wordList('maniere facon methode moyen moyens'),
    reason: wordList('raison raisons cause causes but'),
  },
  term: [
    's appelle',
    's appellent',
    's appelait',
    's appelaient',
    'se nomme',
    'se nomment',
    'se nommait',
    'appelle t on',
    'appelait t on',
    'appelait on',
    'nomme t on',
    'connu sous',
    'connue sous',
    'le nom d',
    'le nom du',
    'le nom de',
    'le nom des',
    'le nom donne',
    'quel terme',
    ...wordList(
      'appele appelee appeles appelees nomme nommee nommes nommees surnom surnomme surnommee surnommes surnommees',
    ),
  ],
  news: [
    'dernieres nouvelles',
    'nouvelles recentes',
    'dernieres infos',
    'dernieres informations',
    'derniere heure',
    'quoi de neuf',
    'de neuf',
    'du nouveau',
    'de nouveau sur',
    'les nouvelles',
    'des nouvelles',
    'quelles nouvelles',
    "l'actualite",
    'actualite',
    'actualites',
  ],
  frames: wordList(
    `nom noms nomme nommee appelle appelait appelee terme type types genre sorte exemple maniere facon annee date moment
    nombre quantite personne pays ville lieu trouve trouvent situe situent situee nomment appellent passe produit eu mot connu connue agit utilise profession metier nationalite fonction specialite discipline religion`,
  ),
};

/** French words of what is asked for. */
export const mentions: MentionWords = {
  numbers: wordValues(
    `deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11 douze=12 treize=13 quatorze=14
      quinze=15 seize=16 vingt=20 trente=30 quarante=40 cinquante=50 soixante=60 cent=100 cents=100 mille=1e3
      million=1e6 millions=1e6 milliard=1e9 milliards=1e9`,
  ),
  amounts: wordList(
    'douzaine dizaine dizaines centaine centaines millier milliers moitie tiers quart double',
  ),
  percent: ['pour cent', 'pourcent'],
  money: wordList('dollar dollars euro euros livre livres centime centimes franc francs yen yens').flatMap(
    (word) => [word, `de ${word}`, `d ${word}`],
  ),
  clock: wordList('gmt utc'),
  units: wordList(
    'seconde secondes minute minutes heure heures jour jours semaine semaines mois an ans annee annees decennie decennies siecle siecles',
  ),
  times: wordList('siecle siecles decennie decennies ete hiver printemps automne'),
  particles: [
    'de la',
    'de l',
    'von der',
    'van der',
    ...wordList('de du des d la le les l van von al bin ibn'),
  ],
  beforePlaces: wordList('a au aux en dans vers pres sur'),
  reasons: [
    'parce que',
    'parce qu',
    'en raison',
    'a cause',
    'afin de',
    'afin d',
    'afin que',
    ...wordList('car pour grace puisque raison raisons'),
  ],
  manners: ['grace a', 'au moyen', 'a travers', 'a l aide', ...wordList('par en via avec comme')],
  terms: [
    'connu sous',
    'connue sous',
    'connus sous',
    'connues sous',
    'le nom de',
    'le terme',
    ...wordList(
      `appele appelee appeles appelees appelle appellent appelait appelaient nomme nommee nommes nommees denomme denommee
      surnomme surnommee surnommes surnommees surnom baptise baptisee dit dite intitule intitulee alias`,
    ),
  ],
  copulas: wordList('est sont etait etaient fut furent designe'),
  capitalMonths: false,
  capitalNouns: false,
};
