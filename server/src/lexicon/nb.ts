import type { Lexicon } from './lexicon.ts'

/** Norwegian (Bokmål, and Nynorsk where it differs in everyday words). */
export const NB: Lexicon = {
  language: 'nb',
  incident: 'hendelse | hendelsen | hending',
  fault: `feil | feilen | nedetid | nedetiden | utfall | utfallet | problem | problemet | driftsstans | driftsstansen |
    driftsforstyrrelse | driftsforstyrrelsen | avbrudd | avbruddet | driftsavbrudd`,
  headings: {
    kinds: {
      summary: `sammendrag | oppsummering | kort oppsummering | kort fortalt | hva skjedde | hva har skjedd | oversikt |
        beskrivelse | beskrivelse av hendelsen | hendelsesbeskrivelse | om hendelsen | samandrag | kva skjedde`,
      impact: `konsekvens | konsekvenser | påvirkning | innvirkning | omfang | skadeomfang | berørte tjenester |
        berørte brukere | berørte kunder | berørte systemer | kundepåvirkning | brukerpåvirkning |
        konsekvenser for brukerne | konsekvenser for kundene | hvem ble berørt | hvem ble rammet | effekt | følger`,
      timeline: `tidslinje | tidslinjen | hendelsesforløp | hendelsesforløpet | hendelsesløp | forløp | forløpet |
        tidsforløp | kronologi | kronologisk oversikt | tidslogg | hendelseslogg | tidslinje for hendelsen | tidsline |
        logg`,
      detection: `påvisning | oppdagelse | deteksjon | hvordan ble det oppdaget | hvordan ble feilen oppdaget |
        hvordan ble hendelsen oppdaget | hvordan oppdaget vi det | hvordan vi oppdaget det | varsling`,
      response: 'respons | håndtering | hendelseshåndtering | håndtering av hendelsen | vår håndtering | innsats',
      investigation: 'undersøkelse | undersøkelser | feilsøking | etterforskning | gransking | diagnose',
      mitigation: 'avbøting | avbøtende tiltak | skadebegrensning | strakstiltak | midlertidig løsning | omvei',
      trigger: `utløsende faktor | utløsende årsak | utløsende hendelse | utløser | hva utløste det |
        hva utløste hendelsen`,
      'root-cause': `rotårsak | rotårsaker | rotårsak(er) | rotårsaken | rotårsaksanalyse | årsak | årsaker | årsaken |
        årsaksanalyse | bakenforliggende årsak | underliggende årsak | underliggende årsaker | hovedårsak |
        hvorfor skjedde det | hvorfor skjedde dette | hva forårsaket hendelsen | hva var årsaken | grunnårsak`,
      'contributing-factors': `medvirkende faktorer | medvirkende årsaker | medvirkende årsak | medvirkende faktor |
        bidragende faktorer | bidragende årsaker | forverrende faktorer`,
      'five-whys': '5 hvorfor | fem hvorfor | 5 x hvorfor | 5 ganger hvorfor | fem ganger hvorfor',
      resolution: `løsning | løsningen | retting | utbedring | gjenoppretting | gjenopprettelse | feilretting |
        løysing | hvordan ble det løst | hvordan ble feilen rettet | hvordan ble hendelsen løst | hvordan løste vi det |
        rettelse | normalisering`,
      'went-well': `hva gikk bra | hva gikk godt | dette gikk bra | det som gikk bra | gikk bra | hva fungerte |
        hva fungerte bra | hva fungerte godt | det som fungerte | bra | positivt | kva gjekk bra | hva gjorde vi bra`,
      'went-wrong': `hva gikk dårlig | hva gikk ikke så bra | hva gikk ikke bra | hva kunne gått bedre | hva gikk galt |
        dette gikk dårlig | det som gikk dårlig | hva fungerte ikke | hva fungerte dårlig | hva kan bli bedre |
        hva kan vi gjøre bedre | hva kunne vi gjort bedre | hva kunne vært bedre | gikk dårlig | dårlig |
        forbedringsområder | forbedringspunkter | kva gjekk dårleg`,
      'got-lucky': `hvor hadde vi flaks | flaks | hvor vi hadde flaks | her hadde vi flaks | hva hadde vi flaks med |
        vi hadde flaks | heldige omstendigheter | tilfeldigheter som hjalp | hell`,
      lessons: `hva lærte vi | hva har vi lært | læring | lærdom | lærdommer | læringspunkter | lærepunkter |
        erfaringer | dette lærte vi | hva vi lærte | innsikt | viktigste læringspunkter | kva lærte vi`,
      'action-items': `aksjonspunkter | tiltak | oppfølging | oppfølgingspunkter | oppfølgingstiltak | aksjoner |
        aksjonsliste | tiltaksliste | tiltaksplan | handlingsplan | korrigerende tiltak | forbedringstiltak | forbedringer |
        videre tiltak | neste steg | neste skritt | veien videre | videre arbeid | videre oppfølging | oppgaver |
        planlagte tiltak | anbefalinger | gjøremål | umiddelbare tiltak | kortsiktige tiltak | langsiktige tiltak`,
      metrics: 'måltall | nøkkeltall | statistikk | tall | tider | målinger | metrikker',
      'follow-up': 'etterarbeid | oppfølgingsmøte | videre forløp | etterkontroll',
      prevention: `forebygging | forebyggende tiltak | hvordan forebygge | hvordan unngår vi dette |
        hvordan hindrer vi at det skjer igjen | hvordan unngå gjentakelse | hindre gjentakelse`,
      approval: 'godkjenning | godkjenninger | godkjent | signering | underskrift | underskrifter',
      attendees: 'deltakere | deltagere | til stede | tilstede | involverte | involverte personer | deltakarar',
      appendix: 'vedlegg | tillegg | bilag | tilleggsinformasjon | utfyllende informasjon',
      background: 'bakgrunn | kontekst | forhistorie | bakgrunnsinformasjon | innledning | opptakt',
      references: `linker | lenker | referanser | relaterte saker | relaterte hendelser | kilder | nyttige lenker |
        se også | relaterte dokumenter`,
      notes: 'notater | merknader | kommentarer | annet | diverse | andre merknader | notat',
    },
    before: `en | et | vår | våre | kort | detaljert | full | fullstendig | foreløpig | endelig | viktige | viktigste |
      overordnet | teknisk | tekniske | ytterligere | flere | fremtidige | andre | umiddelbare | samlet`,
    after: 'av hendelsen | for hendelsen | fra hendelsen | ved hendelsen | etter hendelsen | og detaljer',
    and: 'og',
    heads: `tidslinje | rotårsak | rotårsaker | årsak | årsaker | konsekvenser | aksjonspunkter | tiltak |
      medvirkende faktorer`,
    unlike: 'ingen | uten | om | for | til | hvordan | hvorfor | ikke | prosjekt | prosjektets',
  },
  columns: {
    time: `tid | tidspunkt | klokkeslett | klokken | kl | kl. | når | dato/tid | dato og tid | dato / tid |
      tidsstempel`,
    date: 'dato | dag | datoer',
    weekday: 'dag | ukedag',
    end: 'slutt | sluttid | sluttidspunkt | til | ferdig',
    offset: 'varighet | forløpt tid | medgått tid | tid siden start | minutter | etter start',
    event: `hendelse | hendelser | beskrivelse | hva | hva skjedde | aktivitet | handling | tiltak | melding |
      kommentar | detaljer | forløp | oppdatering | logg | notat | hending | merknad`,
    stage: 'fase | status | milepæl | type | steg | kategori | stadium',
    owner: `hvem | eier | ansvarlig | ansvarlige | ansvar | person | navn | av | utført av | team | tildelt |
      tildelt til | saksbehandler | rolle | aktør | ansvarleg | eigar`,
    number: 'nr | nr. | nummer | id | # | nøkkel | løpenummer | løpenr',
    link: 'sak | saksnummer | lenke | link | lenker | referanse | oppgave | ticket | jira | saker',
    notes: 'kommentar | kommentarer | merknad | merknader | notat | notater | detaljer | annet',
    title: `tiltak | aksjonspunkt | aksjon | aksjoner | oppgave | oppgaver | hva | beskrivelse | tittel | handling |
      forbedring | anbefaling | punkt | oppfølging | oppfølgingspunkt | aktivitet`,
    category: 'kategori | type | område | tema | klasse | art',
    priority: 'prioritet | pri | prio | viktighet | hastegrad',
    due: `frist | tidsfrist | forfall | forfallsdato | når | innen | ferdig innen | måldato | dato | planlagt ferdig |
      planlagt`,
    completed: `fullført dato | utført dato | ferdig dato | lukket dato | dato fullført | utført |
      opprettet | oppdatert`,
    status: 'status | tilstand | ferdig | fremdrift | framdrift | gjort | utført',
  },
  metadata: {
    id: 'hendelses-id | hendelsesid | hendelsesnummer | saksnummer | id | hendelse-id | saksnr | referanse',
    date: 'dato | hendelsesdato | dato for hendelsen | dag | datoer | inntruffet | når skjedde det',
    severity: 'alvorlighetsgrad | alvorlighet | alvorsgrad | alvorlegheitsgrad | kritikalitet | alvor',
    priority: 'prioritet | prioritering',
    status: 'status | dokumentstatus | tilstand | rapportstatus',
    duration: 'varighet | total varighet | nedetid | total nedetid | hendelsens varighet | varighet av hendelsen',
    commander: 'hendelsesleder | hendelsesansvarlig | innsatsleder | beredskapsleder | kriseleder',
    author: `forfatter | forfattere | skrevet av | utarbeidet av | rapportert av | dokumenteier | eier | ført av |
      forfattar`,
    start: `starttidspunkt | start | starttid | startet | begynte | startdato | fra | hendelsen startet |
      feilen startet | feilen oppstod | oppstod | oppsto | hendelsen begynte | nedetid fra | nedetid start |
      hendelse fra | hendelse start`,
    end: `sluttidspunkt | slutt | sluttid | sluttdato | til | løst | avsluttet | rettet | hendelsen løst |
      hendelse til | feilen rettet | feilen løst | hendelsen avsluttet | nedetid til | nedetid slutt | hendelse slutt |
      gjenopprettet`,
    detected: `oppdaget | påvist | oppdaget tidspunkt | tidspunkt oppdaget | feilen oppdaget | hendelsen oppdaget |
      først oppdaget | oppdaget kl | tid oppdaget`,
    declared: 'meldt | hendelse meldt | hendelsen meldt | erklært | hendelse erklært | hendelse opprettet',
    acknowledged: 'kvittert | bekreftet | varsel kvittert | alarm kvittert | bekreftet kl',
    mitigated: 'avbøtet | begrenset | hendelsen avbøtet | feilen avbøtet | konsekvens begrenset',
    closed: 'lukket | hendelse avsluttet | hendelse lukket | lukket kl',
    review: `gjennomgang | gjennomgått | dato for gjennomgang | evalueringsmøte | evalueringsdato | retro holdt |
      retro avholdt | gjennomgang holdt | gjennomgang avholdt | dato for evaluering | dato for retro`,
    services: 'berørte tjenester | berørt tjeneste | tjenester | tjeneste | berørte systemer | system | systemer',
    zone: 'tidssone | tidssonen | alle tider | alle klokkeslett',
    attendees: 'deltakere | deltagere | til stede | involverte | team | vakt | vakthavende | hendelsesteam',
    approvedBy: 'godkjent av | godkjenner | godkjennere',
  },
  actionStates: {
    open: `åpen | åpent | ikke startet | ikke påbegynt | ny | planlagt | venter | gjenstår | ikke gjort | å gjøre |
      uavklart`,
    'in-progress': `pågår | påbegynt | under arbeid | i gang | startet | til vurdering | blokkert | delvis ferdig |
      i arbeid`,
    done: `ferdig | gjort | fullført | utført | lukket | løst | rettet | levert | avsluttet | implementert | ok |
      utbedret`,
    'wont-do': `gjøres ikke | utføres ikke | avvist | kansellert | avlyst | droppet | ikke aktuelt | ikke aktuell |
      forkastet`,
    deferred: 'utsatt | på vent | skjøvet | senere',
    proposed: 'foreslått | forslag | forslått | idé | ide | vurderes',
  },
  documentStates: {
    draft: 'utkast | kladd | under arbeid | påbegynt | foreløpig',
    'in-review': 'til gjennomgang | til godkjenning | under vurdering | til høring',
    final: 'ferdig | avsluttet | endelig | godkjent | publisert | ferdigstilt | lukket | fullført',
    superseded: 'erstattet | foreldet | utgått | trukket tilbake',
  },
  goingOn: {
    now: 'nå | i dag | fortsatt',
    ongoing: 'pågår | pågående | pågår fortsatt | aktiv hendelse',
    unsettled: 'undersøkes | uløst | så langt | hittil | ikke løst',
  },
  durations: {
    total: 'varighet | total varighet | nedetid | total nedetid | varighet av hendelsen | hendelsens varighet',
    impact: 'varighet av påvirkning | konsekvensens varighet | varighet av konsekvensen',
    detect: 'tid til oppdagelse | tid til deteksjon | oppdagelsestid | tid før oppdagelse',
    acknowledge: 'tid til kvittering | responstid | tid til respons',
    mitigate: 'tid til avbøting | tid til avbøtende tiltak',
    repair: 'tid til retting | tid til reparasjon | rettetid',
    resolve: 'tid til løsning | løsningstid',
    recover: 'tid til gjenoppretting | gjenopprettingstid',
  },
  milestones: {
    started: `startet | start | begynte | utløst | utløsende faktor | <it> starter | <it> startet | <it> begynner |
      <it> begynte | <fault> oppstår | <fault> oppstod | <fault> oppsto | start på <it>`,
    detected: `oppdaget | oppdagelse | påvist | påvisning | deteksjon | <it> oppdaget | <it> oppdages | første alarm |
      første varsel | alarm | varsel | meldt av bruker | først oppdaget | alarm utløst`,
    declared: 'hendelse erklært | hendelsen erklært | hendelse opprettet | hendelse meldt | erklært | hendelse åpnet',
    acknowledged: 'respons | kvittert | alarm kvittert | varsel kvittert | bekreftet | vakt varslet | respons startet',
    investigating: 'feilsøking | feilsøking startet | undersøkelse | undersøker | undersøkelse startet | feilsøker',
    identified: `årsak funnet | årsak identifisert | årsaken funnet | årsaken identifisert | årsaken er funnet |
      årsaken ble funnet | årsak er funnet | årsak ble funnet | årsaken ble identifisert | årsaken er identifisert |
      årsak ble identifisert | rotårsak funnet | rotårsak identifisert | rotårsaken funnet | rotårsaken identifisert |
      rotårsaken ble funnet | rotårsaken er funnet | rotårsak blir funnet | identifisert | diagnose`,
    mitigated: 'avbøtet | avbøtende tiltak | begrenset | <it> avbøtet | midlertidig løsning | midlertidig rettet',
    repaired: 'reparert | rettet | permanent rettet | permanent løsning | feilretting satt i drift',
    resolved: `løst | løsning | gjenopprettet | tjenesten gjenopprettet | normal drift | <it> løst | <it> rettet |
      <fault> over | <fault> slutt | tilbake til normal | friskmeldt | slutt på <fault>`,
    closed: `lukket | avsluttet | hendelse lukket | hendelsen lukket | hendelse avsluttet | hendelsen avsluttet |
      hendelse over`,
  },
  title: {
    document: `hendelsesrapport | hendelsesanalyse | hendelsesgjennomgang | avviksrapport | rotårsaksanalyse |
      etterrapport | rapport om hendelse | rapport etter hendelse | feilrapport | driftsrapport | post mortem
      | post-mortem | postmortem`,
    documents: 'hendelsesrapporter | post-mortems | postmortems | etterrapporter',
    failure: `*nedetid* | nede | utfall | *driftsstans* | *driftsavbrudd* | *driftsforstyrrelse* | *driftsproblem* |
      *strømbrudd* | utilgjengelig | hendelse | hendelsen | feilet | feiler | *brudd | krasj | krasjet |
      stanset | stans | virker ikke | virket ikke | svarte ikke | datatap | ute av drift`,
    trouble: `feil | feilen | problem | problemer | treg | treghet | forsinket | forsinkelse | forsinkelser | mangler
      | tapt`,
    general: `prosess | rutine | rutiner | retningslinjer | veiledning | veileder | håndbok | sjekkliste | plan |
      møtereferat | referat | retrospektiv | opplæring | kurs | dokumentasjon | policy | øvelse | strategi |
      kjøreplan | arkitektur | vaktplan | vaktordning | kontakter | vedlikehold | kvartal | ukentlig |
      revisjon | statistikk | kalender | retro | innføring | liste over | oversikt over`,
    topic: 'hvordan | hvorfor | hva gjør',
    template: 'mal | mønster | malen | maler',
  },
  prose: {
    past: 'ble | kom | hadde | kunne | skjedde | fikk | gikk | feilet | førte | oppdaget',
    steps: 'klikk | åpne | kjør | sjekk | velg | følg | kontroller | logg inn | bruk',
    ahead: 'skal | må | bør',
    tasks: `legg til | legge til | lag | lage | opprett | opprette | innfør | innføre | forbedre | bedre |
      automatiser | automatisere | sjekk | sjekke | dokumenter | dokumentere | rett | rette | øk | øke |
      reduser | redusere | begrens | begrense | overvåk | overvåke | test | teste | gjennomgå | gå gjennom |
      definer | definere | fjern | fjerne | erstatt | erstatte | vurder | vurdere | flytt | flytte |
      sett opp | sette opp | sørg for | sørge for | undersøk | undersøke | oppdater | oppdatere | unngå |
      informer | informere | skriv | skrive | utvid | utvide | følg opp | følge opp`,
    tasksAtEnd: '',
    nothing: 'ingen | ingen tiltak | ikke aktuelt | ingenting',
    explanation: 'forklaring | forklaringer | betydning | tegnforklaring',
    numbers: 'en | to | tre | fire | fem | seks | sju | åtte | ni | ti',
    by: 'innen | frist | senest | forfaller | før',
    behind: 'i | av | med | via | siden | se',
    levels: 'svært høy | høy | middels | lav | svært lav | kritisk',
    roles: 'referent | fasilitator | rapportør | bidragsyter | bidragsytere | gjennomgått av | løst av | redaktør',
    nobody: 'ingen | alle | system | navn | eier | ikke tildelt',
    horizon: 'senere',
    updates: 'undersøker | identifisert | overvåker | oppdatering | løst | fullført',
    until: 'til | siden',
  },
  zones: {
    subject: `tid | tider | tidspunkt | tidspunkter | tidspunktene | klokkeslett | klokkeslettene | tidslinje |
      tidssone`,
    between: `er | i | alle | oppgitt | angitt | vist | lokal | lokale | her | under | denne | rapporten |
      dokumentet | bruker | tidssone | tider | som`,
    behind: 'tider | tidspunkter | tidssone',
  },
  reviews: {
    review: 'gjennomgang | oppfølging | evaluering | retrospektiv',
    day: 'dag | dager | dagers',
    week: 'uke | uker | ukers',
    month: 'måned | måneder | måneders',
  },
  approval: {
    role: 'rolle | tittel',
    name: 'navn | hvem',
    signed: 'godkjenning | godkjent | signatur | dato | signert | godkjent dato',
    pending: 'venter | avventer | ikke ennå | gjenstår',
    nobody: 'ingen | ikke aktuelt | ikke nødvendig',
  },
  answers: {
    yes: 'ja',
    no: 'nei | ingen | ikke | intet | ikkje | ingenting',
  },
  guidance: {
    lead: `beskrivelse av | liste over | dato for | tidspunkt for | navn på | antall | sammendrag av | forklaring på |
      lenke til | lenker til | en kort | kort beskrivelse | beskriv | forklar | oppgi | legg til | sett inn | fyll inn |
      hvordan | hva | hvem | hvorfor | når | hvor | hvilke | hvilken`,
    word: `navn | tittel | dato | tid | tidspunkt | klokkeslett | varighet | antall | person | team | ansvarlig | hvem | hva |
      verdi | resultat | beskrivelse | detaljer | lenke | hendelse | alvorlighetsgrad | status | prioritet | forfatter |
      rolle | signatur | ja | nei | utkast | årsak | tiltak | vurdering`,
    unit: 'setning | setninger | linje | linjer | avsnitt | ord | punkt | punkter',
    later: `må fylles ut | fylles ut | skal fylles ut | fylles ut senere | må avklares | må bekreftes | kommer senere`,
  },
}
