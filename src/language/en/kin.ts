/** Words that stems keep apart: of one meaning and mostly of one root. */
export const kin = `
die death dead deadly kill|kill killing killer|born birth|live life alive|marry marriage husband wife spouse wed wedding|own owner|lose loss loser|win winner victory|
choose choice|sell sale seller|buy buyer purchase|pay payment|speak speech speaker|think thought thinker|believe belief|prove proof|
grow growth|fly flight|flee flight fugitive|arrive arrival|depart departure|die mortality|succeed success successor|
deep depth|high height|long length|wide width|broad breadth|strong strength|young youth|poor poverty|rich wealth|hot heat|warm warmth|
true truth|free freedom|wise wisdom|bored boredom|angry anger|hungry hunger|proud pride|hate hatred|safe safety|
give gift|see sight|hear hearing|know knowledge|sit seat|sing song singer|advise advice|describe description|destroy destruction|
produce product production|receive receipt reception|reduce reduction|decide decision|divide division|defend defence defense|
offend offence offense|pretend pretence|respond response|extend extension extent|expand expansion|explode explosion|invade invasion|
conclude conclusion|exclude exclusion|include inclusion|permit permission|admit admission|submit submission|commit commitment|
compare comparison|explain explanation|maintain maintenance|retain retention|abstain abstention|obtain obtainment|repeat repetition|
appear appearance|compete competition competitor|oppose opposition opponent|propose proposal|suppose supposition|
conquer conquest conqueror|inquire inquiry|acquire acquisition|require requirement|perceive perception|deceive deception|conceive conception|
assume assumption|consume consumption consumer|resume resumption|apply application applicant|supply supplier|multiply multiplication|
rely reliance|deny denial|try trial|bury burial|carry carriage|vary variation|satisfy satisfaction|clarify clarification|
simplify simplification|qualify qualification|identify identification|modify modification|notify notification|
steal theft thief|rob robbery robber|murder murderer|judge judgment judgement|found founder foundation|rule ruler|lead leader leadership|
govern government governor|inhabit inhabitant|reside resident residence|employ employee employer employment|train training trainer|
teach teacher|learn learner|discover discovery|recover recovery|deliver delivery|enter entry entrance|exit leave|meet meeting|
begin beginning|end ending|fail failure|close closure|press pressure|depart departure|sign signature|mix mixture|
laugh laughter|weigh weight|fight fighter|strike striker|build building builder|collide collision|erode erosion|
electric electricity|nuclear nucleus|president presidency presidential|candidate candidacy|king kingdom|bishop bishopric|
minister ministry ministerial|parliament parliamentary|church ecclesiastical|sun solar|moon lunar|star stellar|sea marine maritime|
city urban municipal|country rural|money financial|law legal|king royal|war military|year annual yearly|day daily|week weekly|
language linguistic|mind mental|body physical|heart cardiac|brain cerebral|lung pulmonary|child childhood|father paternal|mother maternal|
doctor medical|tooth dental|eye visual|ear aural|water aquatic`;
