import type { Lexicon } from './lexicon.ts'

/** German. */
export const DE: Lexicon = {
  language: 'de',
  incident: 'vorfall | incident | zwischenfall',
  fault: `störung | ausfall | problem | fehler | beeinträchtigung | unterbrechung | auswirkung | dienstausfall |
    systemausfall | betriebsstörung | leistungseinbruch`,
  headings: {
    kinds: {
      summary: `zusammenfassung | kurzfassung | überblick | übersicht | was ist passiert | was passiert ist |
        was geschah | was ist geschehen | kurzbeschreibung | beschreibung | vorfallbeschreibung |
        beschreibung des vorfalls | beschreibung der störung | management summary | auf einen blick | fazit vorab |
        störungsbeschreibung | problembeschreibung | worum geht es`,
      impact: `auswirkung | auswirkungen | folgen | betroffene systeme | betroffene dienste | betroffene nutzer |
        betroffene kunden | betroffene benutzer | betroffene anwender | betroffene services | kundenauswirkung |
        kundenauswirkungen | auswirkungen auf kunden | auswirkungen auf nutzer | umfang | ausmaß | schaden | schäden |
        wer war betroffen | was war betroffen | betroffenheit | konsequenzen`,
      timeline: `zeitachse | zeitlinie | zeitleiste | zeitverlauf | zeitlicher verlauf | zeitlicher ablauf | ablauf |
        verlauf | chronologie | chronologie der ereignisse | chronologischer ablauf | chronologischer verlauf |
        hergang | ereignisverlauf | ereignisprotokoll | ablauf der ereignisse | verlauf der störung |
        verlauf des vorfalls | ablauf des vorfalls | zeitplan des vorfalls | störungsverlauf | vorfallsverlauf |
        ereignisse | zeitstrahl`,
      detection: `erkennung | entdeckung | feststellung | wie wurde es bemerkt | wie wurde es entdeckt | detektion |
        wie wurde der vorfall erkannt | wie wurde der vorfall entdeckt | wie wurde die störung erkannt | alarmierung |
        wie haben wir es bemerkt`,
      response: `reaktion | vorfallreaktion | unsere reaktion | bearbeitung | behandlung | vorfallbehandlung |
        störungsbearbeitung | sofortreaktion | wie haben wir reagiert`,
      investigation: 'untersuchung | analyse | diagnose | fehlersuche | fehleranalyse | nachforschung | ermittlung',
      mitigation: `eindämmung | schadensbegrenzung | abmilderung | workaround | umgehungslösung | übergangslösung |
        mitigation | vorläufige lösung | provisorische lösung | entschärfung`,
      trigger: `auslöser | auslösendes ereignis | auslösender faktor | was hat es ausgelöst | anlass |
        was war der auslöser`,
      'root-cause': `ursache | ursachen | grundursache | grundursachen | hauptursache | kernursache | ursachenanalyse |
        grundursachenanalyse | fehlerursache | störungsursache | ausfallursache | ursache der störung |
        ursache des ausfalls | ursache des vorfalls | warum ist es passiert | warum ist das passiert | wie kam es dazu |
        root cause | analyse der ursache | analyse der ursachen | eigentliche ursache | tiefere ursache`,
      'contributing-factors': `beitragende faktoren | begünstigende faktoren | mitwirkende faktoren | weitere ursachen |
        nebenursachen | begünstigende umstände | verschärfende faktoren | einflussfaktoren | mitursachen`,
      'five-whys': `5-why-analyse | 5 why analyse | fünf warum | 5 warum | 5-w-methode | fünfmal warum | 5x warum |
        5 mal warum`,
      resolution: `lösung | behebung | fehlerbehebung | störungsbehebung | problemlösung | wiederherstellung |
        problembehebung | wie wurde es behoben | wie wurde die störung behoben | wie wurde der vorfall behoben |
        beseitigung | entstörung | abhilfe | behebung der störung | behebung des vorfalls | lösung des problems |
        bereinigung`,
      'went-well': `was lief gut | was gut lief | was ist gut gelaufen | was gut gelaufen ist | das lief gut |
        lief gut | positives | was hat gut funktioniert | was gut funktioniert hat | was hat funktioniert |
        was funktioniert hat | positiv | gut gelaufen | stärken`,
      'went-wrong': `was lief schlecht | was schlecht lief | was lief nicht gut | was nicht gut lief |
        was ist schlecht gelaufen | was ist schiefgelaufen | was lief schief | was schief lief | was schieflief |
        was schiefgelaufen ist | was schief ging | was ging schief | negatives | was hat nicht funktioniert |
        was nicht funktioniert hat | verbesserungspotenzial | verbesserungspotential | verbesserungsbedarf |
        was können wir besser machen | was hätte besser laufen können | was kann verbessert werden | schwachstellen |
        schwächen | schlecht gelaufen | negativ | was besser laufen könnte`,
      'got-lucky': `wo wir glück hatten | wo hatten wir glück | glück | glück gehabt | glückliche umstände |
        wir hatten glück | glücksfälle | glücksfaktoren | womit wir glück hatten | da hatten wir glück`,
      lessons: `gelernte lektionen | lehren | erkenntnisse | gewonnene erkenntnisse | lessons learned |
        was wir gelernt haben | was haben wir gelernt | gelerntes | lernpunkte | wichtigste erkenntnisse |
        lehren aus dem vorfall | einsichten | erfahrungen | schlussfolgerungen | das haben wir gelernt | lerneffekte`,
      'action-items': `maßnahmen | maßnahmenplan | maßnahmenkatalog | aktionspunkte | nächste schritte |
        folgemaßnahmen | korrekturmaßnahmen | aufgaben | offene punkte | offene aufgaben | sofortmaßnahmen |
        verbesserungsmaßnahmen | abgeleitete maßnahmen | geplante maßnahmen | weitere maßnahmen | weiteres vorgehen |
        handlungsempfehlungen | empfehlungen | kurzfristige maßnahmen | mittelfristige maßnahmen |
        langfristige maßnahmen | to-dos | todos | aktionsplan | maßnahmenliste | abhilfemaßnahmen | was wir tun werden |
        verbesserungen | gegenmaßnahmen`,
      metrics: 'kennzahlen | metriken | messwerte | statistik | statistiken | zahlen | zeiten | kenngrößen',
      'follow-up': 'nachbereitung | nachverfolgung | nachbearbeitung | nachgang | nachsorge',
      prevention: `vorbeugung | prävention | vorbeugende maßnahmen | präventivmaßnahmen | präventive maßnahmen |
        vermeidung | wie verhindern wir das | wie können wir das verhindern | künftige vermeidung | verhinderung |
        vorsorgemaßnahmen`,
      approval: 'freigabe | genehmigung | freigaben | abnahme | unterschriften | prüfung und freigabe | unterschrift',
      attendees: `teilnehmer | teilnehmende | beteiligte | beteiligte personen | anwesende |
        teilnehmerinnen und teilnehmer | anwesend`,
      appendix: `anhang | anhänge | anlagen | anlage | zusatzinformationen | ergänzende informationen |
        weitere informationen`,
      background: `hintergrund | kontext | hintergrundinformationen | vorgeschichte | ausgangslage | ausgangssituation |
        einleitung`,
      references: `referenzen | verweise | links | quellen | weiterführende links | verwandte dokumente | siehe auch |
        verwandte vorfälle | weiterführende informationen | verknüpfte tickets | literatur`,
      notes: 'notizen | anmerkungen | hinweise | bemerkungen | sonstiges | kommentare | weitere anmerkungen | notiz',
    },
    before: `die | der | das | unsere | unser | eine | kurze | detaillierte | detaillierter | ausführliche |
      ausführlicher | technische | technischer | vorläufige | endgültige | genaue | genauer | wichtige | wichtigste |
      mögliche | weitere | allgemeine | vollständige | zukünftige | künftige | ergriffene | eingeleitete | empfohlene`,
    after: `des vorfalls | der störung | des ausfalls | des incidents | im detail | im überblick | der ereignisse |
      des problems`,
    and: 'und | sowie',
    heads: `zeitachse | zeitlinie | zeitleiste | chronologie | ursache | ursachen | grundursache | auswirkungen |
      maßnahmen`,
    unlike: 'keine | ohne | zur | zum | über | warum | wie | nicht | projekt',
  },
  columns: {
    time: `zeit | uhrzeit | zeitpunkt | zeitstempel | wann | datum/uhrzeit | datum/zeit | datum und uhrzeit |
      datum / uhrzeit | datum und zeit | datum & uhrzeit | startzeit | beginn | zeitangabe`,
    date: 'datum | tag | kalendertag',
    weekday: 'wochentag | tag',
    end: 'ende | endzeit | bis | endzeitpunkt',
    offset: 'dauer | verstrichene zeit | vergangene zeit | zeit seit beginn | seit beginn | minuten',
    event: `ereignis | ereignisse | beschreibung | was | was ist passiert | was passierte | vorgang | aktion |
      aktivität | maßnahme | geschehen | details | meldung | nachricht | kommentar | bemerkung | eintrag | vorkommnis |
      tätigkeit | geschehnis`,
    stage: 'phase | status | meilenstein | art | typ | stufe | schritt | kategorie',
    owner: `wer | verantwortlich | verantwortliche | verantwortlicher | verantwortliche person | zuständig |
      zuständige | zuständiger | zuständigkeit | bearbeiter | bearbeiterin | person | durch | von | team |
      zugewiesen an | zugewiesen | beteiligte | name | eigentümer | ansprechpartner | rolle | akteur | verantwortung`,
    number: 'nr | nr. | nummer | lfd. nr. | lfd. nr | id | # | kennung | lfd nr',
    link: 'ticket | tickets | link | vorgang | verweis | referenz | ticketnummer | jira | issue | aufgabe',
    notes: `anmerkung | anmerkungen | bemerkung | bemerkungen | kommentar | kommentare | notiz | notizen | details |
      hinweis`,
    title: `maßnahme | maßnahmen | aufgabe | aufgaben | aktion | aktionspunkt | was | beschreibung | titel | tätigkeit |
      empfehlung | verbesserung | schritt | todo | to-do | thema | punkt | korrekturmaßnahme | aktivität`,
    category: 'kategorie | typ | art | bereich | klasse | maßnahmenart | art der maßnahme',
    priority: 'priorität | prio | dringlichkeit | wichtigkeit',
    due: `fällig | fällig am | fälligkeit | fälligkeitsdatum | frist | termin | bis | bis wann | wann | zieldatum |
      zieltermin | deadline | erledigt bis | zu erledigen bis | umsetzung bis | datum | geplant | geplant für |
      endtermin`,
    completed: `erledigt am | abgeschlossen am | umgesetzt am | abschlussdatum | fertig am |
      erstellt | erstellt am | angelegt | angelegt am | aktualisiert`,
    status: `status | stand | zustand | fortschritt | erledigt | bearbeitungsstand | umsetzungsstand |
      bearbeitungsstatus`,
  },
  metadata: {
    id: `vorfall-id | vorfallnummer | vorfallsnummer | störungsnummer | incident-id | id | ticketnummer |
      vorgangsnummer | incident-nummer`,
    date: `datum | datum des vorfalls | vorfalldatum | datum der störung | störungsdatum | datum des ausfalls | tag |
      tag des vorfalls | ereignisdatum | aufgetreten am`,
    severity: 'schweregrad | schwere | kritikalität | störungsklasse | kritikalitätsstufe | schwere des vorfalls',
    priority: 'priorität | prio',
    status: 'status | dokumentstatus | berichtsstatus | zustand | bearbeitungsstatus',
    duration: `dauer | gesamtdauer | ausfallzeit | ausfalldauer | störungsdauer | dauer des vorfalls |
      dauer der störung | dauer des ausfalls | gesamtausfallzeit`,
    commander: `einsatzleiter | einsatzleitung | vorfallleiter | vorfallmanager | incident-manager | incident manager |
      störungsmanager | incident commander | leitung`,
    author: `autor | autorin | autoren | verfasser | verfasserin | verfasst von | erstellt von | geschrieben von |
      ersteller | gemeldet von | berichterstatter | verantwortlich | bearbeiter`,
    start: `beginn | start | begonnen | startzeit | startdatum | anfang | anfangszeit | von | seit | startzeitpunkt |
      beginn der störung | beginn des ausfalls | beginn des vorfalls | störungsbeginn | ausfallbeginn | vorfallbeginn |
      beginn der auswirkungen | beginn der beeinträchtigung | aufgetreten | störung begann | vorfall begann |
      vorfall von | störung von | ausfall von | eintritt`,
    end: `ende | beendet | behoben | endzeit | enddatum | bis | gelöst | endzeitpunkt | ende der störung |
      ende des ausfalls | ende des vorfalls | störungsende | ausfallende | vorfallende | ende der auswirkungen |
      ende der beeinträchtigung | behoben am | gelöst am | behoben um | vorfall bis | störung bis | ausfall bis |
      störung behoben | vorfall behoben | wiederhergestellt | wiederhergestellt um`,
    detected: `erkannt | entdeckt | bemerkt | erkannt am | erkannt um | entdeckt am | entdeckt um | festgestellt |
      festgestellt am | zeitpunkt der erkennung | zeitpunkt der entdeckung | vorfall erkannt | störung erkannt |
      erstmals erkannt | erstmals bemerkt | erkennungszeitpunkt`,
    declared: `gemeldet | gemeldet am | vorfall gemeldet | ausgerufen | vorfall ausgerufen | vorfall eröffnet |
      eröffnet | deklariert`,
    acknowledged: 'bestätigt | bestätigt um | quittiert | alarm bestätigt | alarm quittiert | quittiert um',
    mitigated: 'eingedämmt | eingedämmt um | entschärft | abgemildert | vorfall eingedämmt | störung eingedämmt',
    closed: 'geschlossen am | geschlossen um | vorfall geschlossen | vorfall abgeschlossen',
    review: `nachbesprechung | datum der nachbesprechung | nachbesprechung am | retrospektive am |
      datum der retrospektive | review-termin | reviewtermin | review-datum | termin der nachbesprechung | retro am |
      besprochen am | retro durchgeführt | nachbesprechung durchgeführt`,
    services: `betroffene dienste | betroffene services | betroffener dienst | betroffene systeme | betroffenes system |
      dienst | dienste | system | systeme | service | betroffene komponenten | produkt`,
    zone: 'zeitzone | alle zeiten | alle zeitangaben | zeiten in',
    attendees: `teilnehmer | teilnehmende | beteiligte | anwesend | anwesende | team | bereitschaft | rufbereitschaft |
      einsatzteam`,
    approvedBy: 'freigegeben von | genehmigt von | freigegeben durch | genehmigt durch | abgenommen von | freigeber',
  },
  actionStates: {
    open: `offen | nicht begonnen | noch nicht begonnen | neu | geplant | ausstehend | zu erledigen | unerledigt |
      wartend | noch offen | nicht gestartet | vorgesehen`,
    'in-progress': `in arbeit | in bearbeitung | laufend | läuft | begonnen | angefangen | in prüfung | in umsetzung |
      blockiert | teilweise erledigt | gestartet | im gange`,
    done: `erledigt | fertig | abgeschlossen | umgesetzt | behoben | geschlossen | gelöst | implementiert |
      ausgeliefert | beendet | durchgeführt | ausgerollt`,
    'wont-do': `wird nicht umgesetzt | wird nicht gemacht | nicht umgesetzt | abgelehnt | verworfen | abgebrochen |
      gestrichen | entfällt | entfallen | nicht nötig | nicht erforderlich | hinfällig | obsolet`,
    deferred: 'verschoben | zurückgestellt | aufgeschoben | vertagt | später | pausiert',
    proposed: 'vorgeschlagen | vorschlag | idee | in überlegung | angedacht',
  },
  documentStates: {
    draft: 'entwurf | in arbeit | in bearbeitung | vorläufig | rohfassung',
    'in-review': 'in prüfung | zur prüfung | zur freigabe | in abstimmung | in review',
    final: `final | endgültig | abgeschlossen | freigegeben | veröffentlicht | fertig | genehmigt | geschlossen |
      geprüft | abgenommen`,
    superseded: 'ersetzt | überholt | zurückgezogen | hinfällig',
  },
  goingOn: {
    now: 'jetzt | heute | dato | derzeit',
    ongoing: 'laufend | andauernd | dauert an | noch andauernd | läuft noch | aktiver vorfall',
    unsettled: 'in untersuchung | ungelöst | bisher | bislang | noch offen',
  },
  durations: {
    total: `dauer | gesamtdauer | ausfallzeit | ausfalldauer | störungsdauer | dauer des vorfalls | dauer der störung |
      dauer des ausfalls | gesamtausfallzeit`,
    impact: 'dauer der auswirkungen | dauer der beeinträchtigung | auswirkungsdauer',
    detect: 'zeit bis zur erkennung | zeit bis zur entdeckung | erkennungszeit',
    acknowledge: 'zeit bis zur bestätigung | zeit bis zur reaktion | reaktionszeit',
    mitigate: 'zeit bis zur eindämmung | zeit bis zur entschärfung',
    repair: 'zeit bis zur reparatur | reparaturzeit',
    resolve: 'zeit bis zur lösung | zeit bis zur behebung | lösungszeit | behebungszeit',
    recover: 'zeit bis zur wiederherstellung | wiederherstellungszeit',
  },
  milestones: {
    started: `beginn | start | begonnen | gestartet | auslöser | ausgelöst | <it> beginnt | <it> begann |
      <it> tritt auf | <it> trat auf | <it> startet | beginn der störung | beginn des ausfalls | beginn des vorfalls |
      störungsbeginn | beginn der auswirkungen | beginn der beeinträchtigung | ausfallbeginn | beginn des problems |
      auswirkungen beginnen`,
    detected: `erkannt | erkennung | entdeckt | entdeckung | bemerkt | festgestellt | <it> erkannt | <it> entdeckt |
      <it> bemerkt | <it> festgestellt | erster alarm | erste meldung | erste störungsmeldung | alarm | alarmierung |
      alarm ausgelöst | erste alarmierung | detektiert`,
    declared: `vorfall ausgerufen | vorfall gemeldet | vorfall eröffnet | vorfall erklärt | incident ausgerufen |
      incident eröffnet | ausgerufen | deklariert | incident deklariert | störung gemeldet | vorfall deklariert`,
    acknowledged: `bestätigt | bestätigung | quittiert | alarm bestätigt | alarm quittiert | reaktion |
      reaktion beginnt | bereitschaft reagiert | alarm angenommen`,
    investigating: `untersuchung | untersuchung beginnt | untersuchung begonnen | analyse | analyse beginnt |
      fehlersuche | fehlersuche beginnt | diagnose beginnt | analyse begonnen | untersuchung gestartet`,
    identified: `ursache gefunden | ursache erkannt | ursache identifiziert | ursache ermittelt | identifiziert |
      diagnose | ursache festgestellt | ursache bekannt | fehlerursache gefunden | identifikation`,
    mitigated: `eingedämmt | eindämmung | <it> eingedämmt | workaround aktiv | abgemildert | entschärft | entschärfung |
      workaround eingerichtet | gegenmaßnahme wirksam | mitigiert`,
    repaired: `repariert | endgültig behoben | dauerhaft behoben | fix ausgerollt | korrektur ausgerollt |
      fehler korrigiert`,
    resolved: `behoben | behebung | gelöst | lösung | <it> behoben | <it> gelöst | wiederhergestellt |
      wiederherstellung | dienst wiederhergestellt | entwarnung | <fault> beendet | <fault> vorbei | ende der störung |
      ende des ausfalls | störungsende | ende der auswirkungen | ende der beeinträchtigung | normalbetrieb |
      system wiederhergestellt`,
    closed: `geschlossen | abgeschlossen | vorfall geschlossen | vorfall beendet | vorfall abgeschlossen | abschluss |
      ende des vorfalls | incident geschlossen | incident beendet | vorfall vorbei`,
  },
  title: {
    document: `störungsbericht | vorfallbericht | vorfallsbericht | vorfallanalyse | vorfallsanalyse | ausfallbericht |
      incident-bericht | incidentbericht | bericht zum vorfall | bericht zur störung | bericht zum ausfall |
      ursachenanalyse | nachbetrachtung | störungsanalyse | ausfallanalyse | nachbereitung des vorfalls |
      post-mortem | postmortem | fehlerbericht | zwischenfallbericht`,
    documents: 'störungsberichte | vorfallberichte | vorfallsberichte | post-mortems | postmortems | ausfallberichte',
    failure: `*ausfall* | *ausfälle* | *störung* | störungen | ausgefallen | vorfall | vorfälle | nicht erreichbar |
      nicht verfügbar | nichtverfügbarkeit | unerreichbar | *absturz | abgestürzt | fehlgeschlagen |
      *unterbrechung* | datenverlust | offline | *panne | gestört | *beeinträchtigung* | lahmgelegt |
      stillstand`,
    trouble: `fehler | problem | probleme | langsam | verzögert | verzögerung | verzögerungen | fehlerhaft |
      überlastung | überlastet | verlust | fehlt`,
    general: `prozess | richtlinie | richtlinien | leitfaden | handbuch | anleitung | checkliste | plan | protokoll |
      besprechung | schulung | dokumentation | verzeichnis | konzept | verfahren | notfallplan |
      notfallhandbuch | übung | architektur | inventar | ablage | retrospektive | zeitplan | bereitschaft |
      bereitschaftsplan | kontakte | wartung | quartal | wöchentlich | audit | statistik | statistiken |
      register | übergabe | kalender | einführung | liste der | übersicht der`,
    topic: 'wie wir | warum | was tun',
    template: 'vorlage | muster | vorlagen',
  },
  prose: {
    past: 'war | waren | wurde | wurden | hatte | hatten | konnte | konnten | begann | kam | fiel',
    steps: `klicken sie | öffnen sie | führen sie | starten sie | prüfen sie | stellen sie | wählen sie |
      melden sie | verwenden sie | bitte`,
    ahead: 'wird | werden | soll | sollen | sollte | sollten | müssen | muss',
    tasks: '',
    tasksAtEnd: `hinzufügen | einführen | einrichten | prüfen | überprüfen | verbessern | erweitern | ergänzen |
      erstellen | dokumentieren | automatisieren | aktualisieren | anpassen | beheben | entfernen |
      ersetzen | erhöhen | reduzieren | verringern | testen | überwachen | umstellen | umsetzen |
      verhindern | vermeiden | klären | untersuchen | planen | aufsetzen | abschaffen | aktivieren |
      deaktivieren | schulen | festlegen | definieren | vereinbaren | abstimmen | evaluieren |
      konfigurieren | migrieren | einbauen | schreiben | ausbauen | durchführen | sicherstellen |
      begrenzen | informieren | verschieben | trennen | löschen | bauen | messen`,
    nothing: 'keine | keine maßnahmen | keine weiteren maßnahmen | entfällt',
    explanation: 'legende | erklärung | erklärungen | bedeutung | bedeutungen',
    numbers: 'eine | zwei | drei | vier | fünf | sechs | sieben | acht | neun | zehn',
    by: 'fällig | fällig am | fällig bis | bis | bis zum | frist | spätestens | vor dem',
    behind: 'in | mit | am | durch | via | seit | siehe | für | von',
    levels: 'sehr hoch | hoch | mittel | niedrig | gering | sehr niedrig | kritisch',
    roles: `protokollant | protokollantin | protokoll | moderator | moderatorin | moderation | mitwirkende | prüfer |
      prüferin | gegenleser | untersucht von | behoben von | geprüft von | moderiert von`,
    nobody: 'niemand | alle | offen | nicht zugewiesen | automatisch | system | name',
    horizon: 'später',
    updates: `untersuchung | identifiziert | beobachtung | überwachung |
      aktualisierung | update | behoben | gelöst | abgeschlossen`,
    until: 'bis | seit',
  },
  zones: {
    subject: `zeit | zeiten | uhrzeit | uhrzeiten | zeitangabe | zeitangaben | zeitstempel | zeitzone | zeitachse |
      zeitlinie | zeitpunkte`,
    between: `sind | ist | in | alle | angegeben | aufgeführt | der | die | den | das | diesem | dieser | bericht |
      dokument | hier | unten | folgenden | lokal | lokale | zeitzone | zeiten | zeitangaben | uhrzeiten | gemäß |
      nach | werden | wird | verwendet`,
    behind: 'zeiten | zeitangaben | zeitzone',
  },
  reviews: {
    review: 'nachbesprechung | überprüfung | wiedervorlage | retrospektive | nachverfolgung | kontrolle',
    day: 'tag | tage | tagen',
    week: 'woche | wochen',
    month: 'monat | monate | monaten',
  },
  approval: {
    role: 'rolle | funktion | titel',
    name: 'name | wer',
    signed: `freigabe | freigegeben | freigegeben am | genehmigung | genehmigt | genehmigt am | unterschrift | datum |
      unterzeichnet | unterzeichnet am`,
    pending: 'ausstehend | steht aus | offen | noch nicht | wartend',
    nobody: 'keine | niemand | entfällt | nicht erforderlich | nicht nötig',
  },
  answers: {
    yes: 'ja',
    no: 'nein | kein | keine | keiner | keines | nicht | nichts',
  },
  guidance: {
    lead: `beschreibung der | beschreibung des | liste der | datum der | datum des | name der | name des | anzahl der |
      zusammenfassung der | erklärung | link zu | link zum | link zur | kurze | eine kurze | beschreiben | beschreibe |
      erkläre | nenne | einfügen | angeben | wie | was | wer | warum | wann | wo | welche | welcher | welches`,
    word: `name | titel | datum | zeit | uhrzeit | beginn | ende | dauer | anzahl | person | team | verantwortlicher |
      verantwortliche | wer | was | wert | ergebnis | beschreibung | details | link | vorfall | schweregrad | status |
      priorität | autor | rolle | unterschrift | ja | nein | entwurf | ursache | maßnahme | einschätzung | dienst | dienste`,
    unit: 'satz | sätze | zeile | zeilen | absatz | absätze | wort | wörter | punkt | punkte',
    later: `noch auszufüllen | auszufüllen | noch zu ergänzen | zu ergänzen | noch zu klären | wird ergänzt |
      wird nachgereicht | noch nachzutragen`,
  },
}
