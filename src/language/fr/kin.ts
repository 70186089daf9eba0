/** Words that stems keep apart: of one meaning and mostly of one root. */
export const kin = `
mourir mort décès décéder défunt mortel|tuer tuerie tueur|naître naissance né natif|vivre vie vivant|épouser mariage marier mariée épouse époux mari|
perdre perte perdant|gagner gain gagnant victoire vainqueur vaincre|choisir choix|vendre vente vendeur|acheter achat acheteur|
payer paiement|élire élection électeur électoral|voter vote votant|croire croyance|prouver preuve|croître croissance|voler vol voleur|
fuir fuite fugitif|arriver arrivée|partir départ|succéder succession successeur|profond profondeur|haut hauteur|long longueur|
large largeur|fort force|jeune jeunesse|pauvre pauvreté|riche richesse|chaud chaleur|froid froideur|vrai vérité|libre liberté|
donner don donateur|voir vue vision|entendre audition|savoir connaissance connaître|chanter chant chanteur chanson|conseiller conseil|
décrire description|détruire destruction|construire construction constructeur|produire production produit producteur|
recevoir réception|réduire réduction|décider décision|diviser division|défendre défense défenseur|répondre réponse|étendre extension étendue|
exploser explosion|envahir invasion envahisseur|conclure conclusion|exclure exclusion|inclure inclusion|permettre permission permis|
admettre admission|soumettre soumission|comparer comparaison|expliquer explication|maintenir maintien|
apparaître apparition|disparaître disparition|concourir concours concurrent|opposer opposition opposant|proposer proposition|
conquérir conquête conquérant|acquérir acquisition|exiger exigence|percevoir perception|concevoir conception concepteur|
consommer consommation consommateur|appliquer application|fournir fourniture fournisseur|lire lecture lecteur|écrire écriture écrivain écrit|
nier négation|essayer essai|enterrer enterrement|varier variation|satisfaire satisfaction|qualifier qualification|
juger jugement juge|fonder fondation fondateur|diriger direction dirigeant directeur|gouverner gouvernement gouverneur|
habiter habitant habitation|résider résidence résident|employer emploi employé employeur|entraîner entraînement entraîneur|
enseigner enseignement enseignant|apprendre apprentissage|découvrir découverte découvreur|livrer livraison|entrer entrée|sortir sortie|
rencontrer rencontre|commencer commencement début débuter|finir fin|terminer terme|échouer échec|fermer fermeture|ouvrir ouverture|
signer signature|peser poids|battre bataille combat combattre|frapper frappe|tomber chute chuter|brûler brûlure|
courir course coureur|jouer jeu joueur|nager natation nageur|danser danse danseur|peindre peinture peintre|dessiner dessin dessinateur|
sculpter sculpture sculpteur|composer composition compositeur|inventer invention inventeur|créer création créateur|
réaliser réalisation réalisateur|publier publication|diffuser diffusion|hériter héritage héritier|régner règne roi royal|
suivre suite|poursuivre poursuite|vouloir volonté|pouvoir puissance|devoir obligation|craindre crainte|aimer amour|haïr haine|
mentir mensonge menteur|promettre promesse|revenir retour retourner|devenir avenir|attendre attente|
blesser blessure|guérir guérison|soigner soin|naviguer navigation navire|
ville urbain municipal|campagne rural|père paternel|mère maternel|eau aquatique|mer marin maritime|soleil solaire|lune lunaire|
année annuel an|jour quotidien journalier journée|mois mensuel|semaine hebdomadaire|nuit nocturne|loi légal législatif|école scolaire|
église ecclésiastique|évêque épiscopal|enfant enfance|roi royaume royal|empereur empire impérial|duc duché|prince principauté|
ministre ministère ministériel|président présidence présidentiel|député députation|parlement parlementaire|peuple population populaire|
corps corporel|cœur cardiaque|cerveau cérébral|œil oculaire|dent dentaire|main manuel|langue linguistique|
mesurer mesure|coûter coût|valoir valeur|compter compte comptage|situer situation|pleuvoir pluie|neiger neige`;
