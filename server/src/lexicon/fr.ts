import type { Lexicon } from './lexicon.ts'

/** French. */
export const FR: Lexicon = {
  language: 'fr',
  incident: "incident | l'incident",
  fault: `panne | interruption | perturbation | problème | impact | coupure | dégradation | indisponibilité | la panne |
    l'interruption | la perturbation | le problème | l'impact | la coupure | la dégradation | l'indisponibilité |
    interruption de service | dysfonctionnement | le dysfonctionnement`,
  headings: {
    kinds: {
      summary: `résumé | sommaire | synthèse | vue d'ensemble | aperçu | que s'est-il passé | ce qui s'est passé |
        description | résumé exécutif | en bref | en résumé | description de l'incident | résumé de l'incident |
        sommaire exécutif | présentation de l'incident | description des faits | les faits | faits |
        résumé du problème | description du problème`,
      impact: `incidence | incidences | impact | impacts | conséquence | conséquences | répercussions | effets |
        services touchés | services affectés | services impactés | utilisateurs touchés | utilisateurs affectés |
        utilisateurs impactés | impact client | impact utilisateur | impact sur les utilisateurs |
        impact sur les clients | impact métier | portée | étendue | périmètre impacté | systèmes touchés |
        systèmes affectés | clients touchés | clients affectés | clients impactés | dégâts | qui a été touché |
        ampleur`,
      timeline: `chronologie | chronologie détaillée | chronologie des événements | chronologie des évènements |
        chronologie de l'incident | ligne de temps | ligne du temps | frise chronologique | déroulement |
        déroulement des faits | déroulé | déroulement des événements | déroulement de l'incident |
        déroulé de l'incident | historique des événements | fil des événements | journal des événements |
        journal de l'incident | calendrier des événements | échéancier de l'incident | séquence des événements |
        suite des événements | chronologie des faits`,
      detection: `détection | découverte | comment l'incident a été détecté | comment a-t-il été détecté |
        comment l'avons-nous détecté | comment l'incident a-t-il été détecté | constatation | signalement |
        détection de l'incident`,
      response: `réponse | intervention | réaction | réponse à l'incident | prise en charge | gestion de l'incident |
        notre réponse | traitement de l'incident | interventions`,
      investigation: 'investigation | enquête | diagnostic | analyse | investigations | recherche de la cause',
      mitigation: `atténuation | mesures d'atténuation | contournement | solution de contournement |
        solution temporaire | confinement | mitigation | correctif temporaire | endiguement`,
      trigger: `déclencheur | élément déclencheur | événement déclencheur | facteur déclencheur | facteur déclenchant |
        cause déclenchante | fait déclencheur | qu'est-ce qui a déclenché l'incident`,
      'root-cause': `cause racine | causes racines | cause profonde | causes profondes | cause | causes |
        cause fondamentale | causes fondamentales | cause principale | cause première | origine | analyse des causes |
        analyse des causes profondes | analyse des causes racines | analyse de la cause racine | origine de l'incident |
        origine du problème | cause de l'incident | causes de l'incident | cause initiale | cause sous-jacente |
        causes sous-jacentes | pourquoi est-ce arrivé | pourquoi cela s'est produit | cause de la panne`,
      'contributing-factors': `facteurs contributifs | facteurs aggravants | causes contributives |
        facteur contributif | facteurs contribuants | facteurs ayant contribué | facteurs favorisants |
        autres facteurs | causes secondaires | facteurs déterminants`,
      'five-whys': `les 5 pourquoi | 5 pourquoi | les cinq pourquoi | cinq pourquoi | méthode des 5 pourquoi |
        analyse des 5 pourquoi`,
      resolution: `résolution | rétablissement | solution | correction | correctif | rétablissement du service |
        réparation | résolution de l'incident | comment l'incident a été résolu | retour à la normale |
        remise en service | restauration | restauration du service | correctif appliqué | solution apportée |
        solution appliquée | remède | reprise du service`,
      'went-well': `ce qui a fonctionné | ce qui a bien fonctionné | qu'est-ce qui a bien fonctionné |
        ce qui s'est bien passé | qu'est-ce qui s'est bien passé | points positifs | les points positifs |
        ce qui a bien marché | ce qui a marché | points forts | réussites | le positif | les plus`,
      'went-wrong': `ce qui n'a pas fonctionné | ce qui n'a pas bien fonctionné | ce qui a mal fonctionné |
        qu'est-ce qui n'a pas fonctionné | qu'est-ce qui a mal fonctionné | ce qui s'est mal passé |
        qu'est-ce qui s'est mal passé | ce qui ne s'est pas bien passé | ce qui n'a pas marché | points négatifs |
        points à améliorer | axes d'amélioration | points d'amélioration | pistes d'amélioration |
        ce qui peut être amélioré | ce qui aurait pu être mieux | à améliorer | ce qui pourrait être amélioré |
        ce que nous aurions pu mieux faire | points faibles | difficultés rencontrées`,
      'got-lucky': `facteurs de chance | facteur de chance | chance | là où nous avons eu de la chance |
        où nous avons eu de la chance | où avons-nous eu de la chance | coups de chance | ce qui relève de la chance |
        nous avons eu de la chance | en quoi nous avons eu de la chance | heureux hasards | circonstances favorables |
        ce qui aurait pu être pire`,
      lessons: `leçons apprises | leçons | leçons tirées | enseignements | enseignements tirés | leçons retenues |
        apprentissages | ce que nous avons appris | qu'avons-nous appris | leçons à retenir | leçons à tirer |
        retour d'expérience | rex | retex | ce qu'on a appris | points à retenir | bilan | les enseignements`,
      'action-items': `actions | mesures | mesures correctives | actions correctives | plan d'action | plan d'actions |
        actions à mener | actions à entreprendre | actions de suivi | mesures de suivi | prochaines étapes |
        étapes suivantes | actions préventives | mesures préventives et correctives |
        actions correctives et préventives | éléments d'action | points d'action | tâches | à faire | recommandations |
        suites à donner | améliorations | améliorations prévues | actions d'amélioration | mesures à prendre |
        mesures prises | actions à court terme | actions à moyen terme | actions à long terme | mesures immédiates |
        actions immédiates | tâches de suivi | liste des actions | actions prévues | actions planifiées |
        actions futures | ce que nous allons faire | mesures d'amélioration`,
      metrics: 'métriques | indicateurs | statistiques | mesures clés | chiffres clés | indicateurs clés | chiffres',
      'follow-up': "suivi | suivi de l'incident | suites | suivi post-incident",
      prevention: `prévention | mesures préventives | mesures de prévention | comment éviter que cela se reproduise |
        comment l'éviter | éviter la récidive | prévention de la récidive | comment prévenir`,
      approval: 'approbation | approbations | validation | signatures | revue et approbation | signature',
      attendees: `participants | participants à la revue | personnes impliquées | personnes présentes | intervenants |
        présents | équipe`,
      appendix: `annexe | annexes | informations complémentaires | pièces jointes | informations supplémentaires |
        compléments`,
      background: `contexte | arrière-plan | historique | mise en contexte | contexte général | introduction |
        antécédents`,
      references: `références | liens | liens utiles | documents associés | voir aussi | documents de référence |
        sources | incidents liés | tickets liés | ressources`,
      notes: `notes | remarques | commentaires | note | notes complémentaires | observations | divers |
        autres remarques`,
    },
    before: `la | le | les | nos | notre | une | un | principales | principaux | premières | autres | brève | bref |
      court`,
    after: `détaillée | détaillé | détaillés | détaillées | complète | complet | de l'incident | du problème |
      de la panne | des événements | des évènements | profonde | profondes | racine | racines | principale |
      principales | initiale | générale | général | technique | techniques | exécutif | exécutive | immédiate |
      immédiates | futures | prévues | proposées | correctives | préventives | possibles | identifiée | identifiées |
      provisoire | finale | retenue | retenues | de l'interruption | de la perturbation | à court terme | à long terme |
      à moyen terme | apprises | tirées`,
    and: 'et | ainsi que',
    heads: '',
    unlike: '',
  },
  columns: {
    time: `heure | heures | horodatage | moment | quand | date/heure | date et heure | date / heure | date & heure |
      horaire | temps | heure de début | début`,
    date: 'date | jour | dates',
    weekday: 'jour | jour de la semaine',
    end: "fin | heure de fin | jusqu'à",
    offset: 'durée | temps écoulé | délai | écoulé | depuis le début | minutes',
    event: `événement | évènement | événements | évènements | description | quoi | action | actions | activité |
      détail | détails | ce qui s'est passé | fait | faits | message | commentaire | observation | étape |
      intervention | note`,
    stage: 'phase | étape | statut | jalon | type | état | catégorie',
    owner: `responsable | responsables | qui | propriétaire | acteur | acteurs | personne | auteur | par | équipe |
      assigné à | assigné | attribué à | pilote | porteur | intervenant | nom | en charge | rôle | chargé`,
    number: 'n° | no | nº | numéro | id | # | identifiant | réf | réf.',
    link: 'ticket | tickets | lien | liens | référence | billet | demande | jira | numéro de ticket | tâche liée',
    notes: 'remarque | remarques | note | notes | commentaire | commentaires | détails | observations',
    title: `action | actions | tâche | tâches | mesure | mesures | description | titre | quoi | action corrective |
      recommandation | amélioration | activité | à faire | élément | intitulé | point d'action | libellé`,
    category: "catégorie | type | nature | domaine | thème | type d'action | classe",
    priority: 'priorité | urgence | importance',
    due: `échéance | date d'échéance | date limite | délai | pour le | date cible | date prévue | quand | d'ici le |
      date | fin prévue | date butoir | avant le | prévu | prévu le | date de réalisation`,
    completed:
      "date de fin | terminé le | date d'achèvement | clos le | date de clôture | réalisé le | fait le | créé le | ouvert le",
    status: "statut | état | avancement | progression | fait | terminé | état actuel | état d'avancement",
  },
  metadata: {
    id: `identifiant | id | numéro d'incident | n° d'incident | identifiant de l'incident | id de l'incident |
      numéro de l'incident | référence | id incident | n° incident`,
    date: `date | date de l'incident | date de la panne | date d'occurrence | jour | date des faits | survenu le |
      date de l'événement`,
    severity: `gravité | sévérité | niveau de gravité | niveau de sévérité | criticité | niveau de criticité |
      gravité de l'incident`,
    priority: 'priorité | niveau de priorité',
    status: "statut | état | statut du document | état du document | statut de l'incident | statut du rapport",
    duration: `durée | durée totale | durée de l'incident | durée de la panne | durée de l'interruption |
      temps d'arrêt | durée d'indisponibilité | durée de l'indisponibilité`,
    commander: `responsable de l'incident | responsable incident | commandant d'incident | gestionnaire d'incident |
      gestionnaire de l'incident | pilote de l'incident | chef d'incident | coordinateur de l'incident |
      coordonnateur de l'incident`,
    author: `auteur | auteurs | autrice | auteure | rédacteur | rédactrice | rédigé par | écrit par | préparé par |
      rapporté par | auteur du rapport | responsable du document`,
    start: `début | commencé | heure de début | date de début | début de l'incident | début de la panne |
      début de l'impact | début du problème | commencé à | débuté à | date et heure de début | date/heure de début |
      à partir de | depuis | incident depuis | incident de | début de l'interruption | début de l'indisponibilité |
      début de la perturbation | incident commencé | incident du`,
    end: `fin | terminé | résolu | heure de fin | date de fin | fin de l'incident | fin de la panne | fin de l'impact |
      fin du problème | résolu à | résolu le | terminé à | date et heure de fin | date/heure de fin | jusqu'à |
      jusqu'au | date de résolution | heure de résolution | date et heure de résolution | date/heure de résolution |
      incident résolu | incident jusqu'à | fin de l'interruption | fin de l'indisponibilité | fin de la perturbation |
      rétabli à | service rétabli | incident au`,
    detected: `détecté | détecté à | détecté le | heure de détection | date de détection | date et heure de détection |
      date/heure de détection | incident détecté | découvert | découvert à | première détection | constaté à |
      signalé à | panne détectée | problème détecté`,
    declared: `déclaré | déclaré à | incident déclaré | heure de déclaration | incident ouvert | ouvert à |
      déclaration de l'incident | date de déclaration`,
    acknowledged: `pris en charge | pris en charge à | heure de prise en charge | acquitté | acquitté à |
      alerte acquittée | date de prise en charge`,
    mitigated: `atténué | atténué à | heure d'atténuation | incident atténué | contourné | contourné à |
      impact atténué`,
    closed: 'clôturé | clôturé le | clos le | incident clos | incident clôturé',
    review: `date de la revue | date de revue | revue le | date de la rétrospective | rétrospective tenue le |
      réunion de revue | date du post-mortem | revue effectuée le | date de la réunion | rétrospective |
      date du retour d'expérience | revue tenue le`,
    services: `services touchés | services affectés | services impactés | service touché | service affecté |
      service impacté | service | services | système | systèmes | systèmes touchés | systèmes affectés |
      composants affectés | produit`,
    zone: 'fuseau horaire | fuseau | toutes les heures | heures en',
    attendees: `participants | personnes impliquées | intervenants | présents | équipe | astreinte |
      équipe d'intervention | personnes présentes`,
    approvedBy: 'approuvé par | validé par | approbateur | approbateurs | signé par',
  },
  actionStates: {
    open: `ouvert | ouverte | à faire | non commencé | non commencée | pas commencé | pas commencée | nouveau |
      nouvelle | planifié | planifiée | prévu | prévue | en attente | non démarré | à planifier | à traiter | à venir`,
    'in-progress': `en cours | commencé | commencée | démarré | démarrée | en revue | en révision | bloqué | bloquée |
      partiel | partiellement fait | en développement | entamé`,
    done: `fait | faite | terminé | terminée | complété | complétée | achevé | achevée | fermé | fermée | clos | close |
      résolu | résolue | corrigé | corrigée | livré | livrée | réalisé | réalisée | déployé | déployée | effectué |
      effectuée | mis en place | mise en place`,
    'wont-do': `ne sera pas fait | abandonné | abandonnée | annulé | annulée | rejeté | rejetée | refusé | refusée |
      sans objet | non retenu | non retenue | non applicable | inutile | écarté`,
    deferred: `reporté | reportée | différé | différée | repoussé | repoussée | suspendu | suspendue | plus tard |
      en pause`,
    proposed: "proposé | proposée | proposition | suggéré | suggérée | idée | à l'étude | à étudier",
  },
  documentStates: {
    draft: 'brouillon | ébauche | en cours | en cours de rédaction | provisoire | préliminaire',
    'in-review': `en revue | en révision | en relecture | à valider | en attente d'approbation |
      en attente de validation`,
    final: `final | finale | définitif | définitive | terminé | approuvé | publié | validé | clos | fermé | complet |
      finalisé | révisé`,
    superseded: 'remplacé | remplacée | obsolète | retiré | retirée',
  },
  goingOn: {
    now: "maintenant | aujourd'hui | à présent | ce jour | en ce moment",
    ongoing: 'en cours | incident en cours | toujours en cours',
    unsettled: "en cours d'investigation | non résolu | jusqu'à présent | à ce jour",
  },
  durations: {
    total: `durée | durée totale | durée de l'incident | durée de la panne | durée de l'interruption | temps d'arrêt |
      durée de l'indisponibilité | durée d'indisponibilité`,
    impact: "durée de l'impact | durée d'impact",
    detect: 'délai de détection | temps de détection | délai avant détection',
    acknowledge: "délai de prise en charge | temps de prise en charge | délai de réponse | délai d'acquittement",
    mitigate: "délai d'atténuation | délai de contournement | temps d'atténuation",
    repair: 'délai de réparation | temps de réparation | délai de correction',
    resolve: 'délai de résolution | temps de résolution',
    recover: 'délai de rétablissement | temps de rétablissement',
  },
  milestones: {
    started: `début | déclenchement | déclencheur | <it> commence | <it> débute | <it> a commencé | <it> survient |
      début de l'incident | début de la panne | début de l'impact | début de l'interruption | début du problème |
      début de la perturbation | début de la coupure | début de la dégradation | début de l'indisponibilité | commencé |
      survenue`,
    detected: `détecté | détectée | détection | découvert | découverte | constaté | signalé | première alerte | alerte |
      premier signalement | incident détecté | panne détectée | problème détecté | alerte déclenchée | signalement |
      première détection | alerte reçue | l'incident est détecté`,
    declared: `déclaré | déclaration | incident déclaré | incident ouvert | déclaration de l'incident |
      ouverture de l'incident | l'incident est déclaré`,
    acknowledged: `acquitté | acquittement | prise en charge | pris en charge | alerte acquittée |
      alerte prise en charge | réponse | intervention | début de l'intervention | astreinte alertée`,
    investigating: `investigation | investigations | enquête | analyse | début de l'analyse | début de l'investigation |
      début des investigations | diagnostic en cours | recherche de la cause`,
    identified: `identifié | identification | cause identifiée | cause trouvée | cause racine identifiée |
      cause racine trouvée | problème identifié | diagnostic | cause profonde identifiée | cause déterminée`,
    mitigated: `atténué | atténuation | incident atténué | impact atténué | contournement | contournement appliqué |
      contournement en place | contenu | confinement | incident contenu | solution temporaire appliquée | mitigation`,
    repaired: `réparé | réparation | corrigé | correctif déployé | correctif définitif | correction déployée |
      correctif permanent`,
    resolved: `résolu | résolue | résolution | rétabli | rétablissement | service rétabli | incident résolu |
      problème résolu | panne résolue | retour à la normale | fin de la panne | fin de l'impact |
      fin de l'interruption | fin de la perturbation | fin de la coupure | fin de la dégradation |
      fin de l'indisponibilité | fin du problème | service restauré | rétablissement complet |
      rétablissement du service`,
    closed: `clos | clôture | fermé | fermeture | incident clos | incident fermé | clôture de l'incident |
      fin de l'incident | incident terminé | incident clôturé | clôturé`,
  },
  title: {
    document: `rapport d'incident | rapport d'incidents | compte rendu d'incident | compte-rendu d'incident |
      analyse d'incident | revue d'incident | rapport de panne | post-mortem | postmortem | post mortem |
      retour d'expérience | rapport post-incident | rapport d'interruption | bilan d'incident |
      analyse post-incident | analyse des causes racines | analyse des causes profondes |
      rapport d'analyse d'incident`,
    documents: "rapports d'incident | rapports d'incidents | post-mortems | postmortems",
    failure: `panne | pannes | interruption | interruptions | coupure | coupures | indisponible | indisponibles |
      indisponibilité | inaccessible | inaccessibles | hors service | hors ligne | incident | incidents |
      en panne | défaillance | défaillances | dégradation | plantage | perte de données | arrêt | échec |
      échecs | injoignable | perturbation | perturbations | ne répond plus | ne fonctionne plus | saturé |
      saturation | bloqué | bloquée`,
    trouble: `erreur | erreurs | problème | problèmes | lenteur | lenteurs | retard | retards | lent |
      dysfonctionnement | dysfonctionnements | bogue | anomalie | anomalies | ralentissement | ralentissements
      | perdu | perdue`,
    general: `processus | procédure | procédures | politique | guide | manuel | liste de contrôle | plan | réunion |
      formation | documentation | index | archives | méthode | compte rendu de réunion |
      compte-rendu de réunion | exercice | rétrospective de sprint | feuille de route | architecture |
      inventaire | spécification | présentation | rétrospective | calendrier | astreinte | contacts |
      maintenance | trimestre | hebdomadaire | mensuel | audit | statistiques | registre | bonnes pratiques |
      introduction | liste des`,
    topic: 'comment | pourquoi | que faire',
    template: 'modèle | gabarit | modèles | gabarits',
  },
  prose: {
    past: `était | étaient | avait | avaient | fut | furent | a été | ont été | avons | pouvait | pouvaient`,
    steps: `cliquez | ouvrez | exécutez | vérifiez | assurez-vous | lancez | redémarrez | sélectionnez |
      utilisez | veuillez`,
    ahead: 'doit | doivent | devons | devrait | devra',
    tasks: `ajouter | améliorer | mettre | automatiser | vérifier | documenter | créer | corriger | augmenter |
      réduire | limiter | surveiller | tester | revoir | définir | déployer | supprimer | remplacer |
      former | renforcer | étudier | évaluer | migrer | configurer | activer | désactiver | rédiger |
      prévoir | planifier | informer | communiquer | éviter | empêcher | séparer | faire | installer |
      introduire | utiliser | garantir | s'assurer | analyser | clarifier | optimiser | étendre |
      simplifier | adapter | modifier | nettoyer`,
    tasksAtEnd: '',
    nothing: 'aucun | aucune | aucune action | aucune mesure | sans objet | néant',
    explanation: 'légende | définition | définitions | signification | explication | explications',
    numbers: 'un | deux | trois | quatre | cinq | six | sept | huit | neuf | dix',
    by: `échéance | d'ici le | d'ici au | pour le | avant le | au plus tard le`,
    behind: 'dans | par | le | avec | via | pour | depuis | voir',
    levels: `très haute | très haut | haute | haut | élevée | élevé | moyenne | moyen | basse | bas | faible |
      critique`,
    roles: `scribe | secrétaire | animateur | animatrice | facilitateur | facilitatrice | contributeur |
      contributeurs | relecteur | relecteurs | résolu par | relu par | investigué par`,
    nobody: 'personne | tous | toutes | aucun | aucune | non attribué | automatique | système | nom | à définir',
    horizon: 'plus tard',
    updates: 'enquête | enquête en cours | identifié | surveillance | mise à jour | résolu | terminé',
    until: `jusqu'à | jusqu'au | depuis | à`,
  },
  zones: {
    subject: 'heure | heures | horaire | horaires | horodatage | horodatages | fuseau horaire | chronologie | fuseau',
    between: `sont | est | en | toutes | tous | les | la | le | l'heure | indiquées | indiqués | données | exprimées |
      exprimés | dans | ce | cette | ci-dessous | document | rapport | page | fuseau | horaire | heures | heure |
      locale | à | de | utilisent`,
    behind: 'heures | horaires',
  },
  reviews: {
    review: 'revue | suivi | bilan | rétrospective | réexamen | point de suivi',
    day: 'jour | jours',
    week: 'semaine | semaines',
    month: 'mois',
  },
  approval: {
    role: 'rôle | fonction | titre',
    name: 'nom | qui',
    signed: 'approbation | approuvé | approuvé le | signature | date | signé | signé le | validation | validé le',
    pending: 'en attente | à venir | pas encore | ouvert',
    nobody: 'aucun | aucune | personne | sans objet | non applicable | non requis',
  },
  answers: {
    yes: 'oui',
    no: 'non | aucun | aucune | pas | rien | sans | néant',
  },
  guidance: {
    lead: `description de | description du | liste des | date de | date du | heure de | nom de | nom du | nombre de |
      résumé de | explication | lien vers | liens vers | brève | une brève | décrire | décrivez | expliquer | expliquez |
      ajouter | insérer | indiquer | indiquez | préciser | comment | ce qui | qui | pourquoi | quand | où | quel | quels |
      quelle | quelles`,
    word: `nom | titre | date | heure | début | fin | durée | nombre | personne | équipe | responsable | valeur | résultat |
      description | détails | lien | gravité | statut | priorité | auteur | rôle | signature | oui | non | brouillon |
      cause | action | évaluation | service | services`,
    unit: 'phrase | phrases | ligne | lignes | paragraphe | paragraphes | mot | mots',
    later: 'à compléter | à remplir | à confirmer | à préciser | à définir | à déterminer | à ajouter',
  },
}
