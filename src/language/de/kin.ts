/** Words that stems keep apart: of one meaning and mostly of one root. */
export const kin = `
sterben tod tot tote todesopfer tödlich|töten tötung|geboren geburt gebären|leben lebendig|heiraten verheiratet heirat hochzeit ehe ehemann ehefrau|verlieren verlust verlierer|
gewinnen gewinn gewinner sieg sieger siegen|wählen wahl wähler|verkaufen verkauf verkäufer|kaufen kauf käufer|zahlen zahlung|bezahlen bezahlung|
sprechen sprache sprecher|denken gedanke|glauben glaube|beweisen beweis|wachsen wachstum|fliegen flug|fliehen flucht flüchtling|
ankommen ankunft|abreisen abreise|abfahren abfahrt|fahren fahrt fahrer|gehen gang|ziehen zug|umziehen umzug|einziehen einzug|abziehen abzug|
tief tiefe|hoch höhe|lang länge|breit breite|stark stärke|jung jugend|arm armut|reich reichtum|warm wärme|kalt kälte|wahr wahrheit|frei freiheit|
geben gabe|ausgeben ausgabe|aufgeben aufgabe|abgeben abgabe|übergeben übergabe|angeben angabe|sehen sicht|wissen kenntnis kennen|
singen gesang lied sänger|raten rat ratschlag|beschreiben beschreibung|schreiben schrift schriftsteller|zerstören zerstörung|
bauen bau erbauer|anbauen anbau|aufbauen aufbau|abbauen abbau|wiederaufbauen wiederaufbau|erzeugen erzeugung erzeugnis|herstellen herstellung hersteller|
empfangen empfang empfänger|entscheiden entscheidung entscheid|beschließen beschluss|schließen schluss schließung|abschließen abschluss|
ausschließen ausschluss|anschließen anschluss|entschließen entschluss|teilen teil teilung|verteidigen verteidigung|antworten antwort|
ausdehnen ausdehnung|explodieren explosion|einmarschieren einmarsch|erlauben erlaubnis|verbieten verbot|anbieten angebot|gebieten gebot|
vergleichen vergleich|erklären erklärung|erhalten erhalt|erscheinen erscheinung|verschwinden verschwinden|vorschlagen vorschlag|schlagen schlag|
anschlagen anschlag|erobern eroberung eroberer|erwerben erwerb|bewerben bewerbung bewerber|verbrauchen verbrauch verbraucher|
gebrauchen gebrauch|anwenden anwendung|liefern lieferung|leugnen leugnung|versuchen versuch|suchen suche|untersuchen untersuchung|besuchen besuch besucher|
begraben begräbnis|stehlen diebstahl dieb|rauben raub räuber|morden mord mörder ermorden|richten richter gericht urteil urteilen|
gründen gründung gründer|leiten leitung leiter|führen führung führer|regieren regierung regent|herrschen herrschaft herrscher|
wohnen wohnung bewohner einwohner|beschäftigen beschäftigung|lehren lehre lehrer|lernen lehrling|entdecken entdeckung entdecker|
erfinden erfindung erfinder|finden fund|eintreten eintritt|austreten austritt|zurücktreten rücktritt|auftreten auftritt|beitreten beitritt|
treffen treffen|beginnen beginn|anfangen anfang|enden ende|beenden beendigung|scheitern scheitern|öffnen öffnung|unterschreiben unterschrift|
unterzeichnen unterzeichnung|wiegen gewicht|kämpfen kampf kämpfer|streiten streit|brechen bruch|einbrechen einbruch|ausbrechen ausbruch|
zusammenbrechen zusammenbruch|abstürzen absturz|stürzen sturz|fallen fall|einfallen einfall|steigen anstieg steigerung|sinken senkung|
brennen brand|schneiden schnitt|helfen hilfe helfer|laufen lauf läufer|spielen spiel spieler|schwimmen schwimmer|tanzen tanz tänzer|
malen malerei maler gemälde|zeichnen zeichnung zeichner|komponieren komposition komponist|schaffen schöpfung schöpfer|
veröffentlichen veröffentlichung|erben erbe|folgen folge|verfolgen verfolgung|nachfolgen nachfolger nachfolge|wollen wille|können kunst|
fürchten furcht|lieben liebe|hassen hass|lügen lüge lügner|versprechen versprechen|kommen ankunft|zurückkehren rückkehr|wiederkehren wiederkehr|
warten erwartung|verletzen verletzung verletzte|heilen heilung|pflegen pflege|stadt städtisch|vater väterlich|mutter mütterlich|jahr jährlich|
tag täglich|woche wöchentlich|monat monatlich|nacht nächtlich|gesetz gesetzlich|schule schulisch schüler|kirche kirchlich|könig königreich königlich|
kaiser kaiserreich kaiserlich|herzog herzogtum|fürst fürstentum|bischof bistum|minister ministerium|präsident präsidentschaft|
parlament parlamentarisch|volk bevölkerung|arzt ärztlich|messen messung maß|kosten kosten|wert wertvoll|regnen regen|schneien schnee|
essen essen|trinken getränk|schießen schuss|schützen schutz|nutzen nutzung|verlassen verlassen|nehmen nahme|annehmen annahme|aufnehmen aufnahme|
teilnehmen teilnahme teilnehmer|übernehmen übernahme|einnehmen einnahme|ausnehmen ausnahme|festnehmen festnahme|abnehmen abnahme|
zunehmen zunahme|stehen stand|entstehen entstehung|bestehen bestand|aufstehen aufstand|widerstehen widerstand|verstehen verständnis|
vorstehen vorstand|sitzen sitz|besitzen besitz besitzer|setzen satz|einsetzen einsatz|umsetzen umsatz umsetzung|ersetzen ersatz|
tun tat täter|werfen wurf|vorwerfen vorwurf|entwerfen entwurf|wachen wache|binden bindung bund|verbinden verbindung|wenden wende|
springen sprung|trennen trennung|verraten verrat verräter|reisen reise`;
