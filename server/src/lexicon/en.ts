import type { Lexicon } from './lexicon.ts'

/** English. Headings: from 407 real post-mortems of 45 organisations. */
export const EN: Lexicon = {
  language: 'en',
  incident: 'incident',
  fault: 'outage | impact | issue | problem | fault | disruption | degradation | service degradation',
  headings: {
    kinds: {
      summary: `summary | executive summary | issue summary | incident summary | incident overview | overview |
        what happened | tl;dr | tldr | abstract | synopsis | summary of (the )incident | summary of (the )outage |
        description of (the )incident | description of (the )outage | incident description | outage description |
        at a glance | in short`,
      impact: `impact | impact assessment | impact analysis | customer impact | user impact | business impact |
        user experience | users affected | affected users | affected services | services impacted | services affected |
        systems affected | affected systems | customers affected | affected customers | impacted services |
        impacted users | impacted systems | damage | scope of (the )impact | impact and scope | blast radius |
        who was affected | what was affected | what was the impact | consequences`,
      timeline: `timeline | timeline of events | timeline of (the )<it> | <it> timeline | event timeline | chronology |
        chronology of events | key events | sequence of events | event log | course of events | timeline of actions |
        timelines | time line | log of events`,
      detection: `detection | identified | how was it detected | how we detected it | how did we detect it |
        how was the <it> detected | how we found out | how did we find out | discovery | detection method |
        how we noticed`,
      response: `response | incident response | our response | responders | how we responded | how did we respond |
        immediate response | emergency response`,
      investigation: 'investigation | diagnosis | investigation and diagnosis | troubleshooting',
      mitigation: 'mitigation | mitigations | containment | workaround | workarounds | temporary fix | short-term fix',
      trigger: 'trigger | triggers | what triggered it | what triggered the <it> | triggering event',
      'root-cause': `root cause | root causes | root cause(s) | root cause analysis | root-cause | root-cause analysis |
        what caused the <it> | what caused it | what caused this | analysis of causes | cause | causes |
        cause analysis | cause of (the )<it> | causes of (the )<it> | fault | primary cause | underlying cause |
        underlying causes | rca | why did it happen | why it happened | why did this happen | why this happened |
        causal analysis`,
      'contributing-factors': `contributing factors | contributing factor | contributing cause | contributing causes |
        contributors | contributory factors | contributing conditions | aggravating factors`,
      'five-whys': `5 whys | five whys | 5 whys analysis | five whys analysis | the 5 whys | the five whys | 5 why |
        five why's | 5 why's | 5-whys | five-whys`,
      resolution: `resolution | resolution and recovery | resolution summary | recovery | details of fix | fix |
        the fix | solution | remedy | how it was fixed | how was it fixed | what fixed it | how we fixed it |
        how was it resolved | how it was resolved | how was the <it> resolved | how did we fix it | restoration |
        service restoration | permanent fix`,
      'went-well': `what went well | things that went well | things went well | what worked | what worked well |
        went well | what we did well | good | positives | strengths | what went right | things that worked |
        what did we do well`,
      'went-wrong': `what went wrong | what went poorly | what went badly | things that went wrong |
        things that went poorly | things that went badly | went wrong | went poorly | went badly | what didn't go well |
        what didn't go so well | what did not go well | what did not go so well | what didn't work | what did not work |
        things that didn't go well | what could be improved | what could have been improved |
        what could have gone better | what can be improved | what could be done better |
        what could we have done better | what could have been done better | what could we do better |
        what can we do better | what we could have done better | what could go better | areas for improvement |
        areas of improvement | room for improvement | needs improvement | weaknesses`,
      'got-lucky': `where we got lucky | what we got lucky | got lucky | where did we get lucky | luck |
        how we got lucky | lucky | we got lucky | what went lucky`,
      lessons: `lessons | insights | lessons learned | lessons learnt | lesson learned | lessons-learned | learnings |
        key learnings | takeaways | key takeaways | what did we learn | what we learned | what have we learned |
        what we've learned | learning points | learned lessons | key lessons | retrospective`,
      'action-items': `action items | followups | immediate actions | short-term improvements | long-term improvements |
        short-term actions | long-term actions | short term actions | long term actions | medium-term actions |
        action item | actions | action points | action plan | review actions | follow-up tasks | follow up tasks |
        follow-up actions | follow up actions | follow-up items | follow up items | follow-ups | follow ups |
        remediation | remediation items | remediation plan | remediation actions | remediations |
        remediation and follow-up | next steps | corrective and preventive measures |
        corrective and preventative measures | corrective and preventive measure | corrective measure |
        corrective and preventative measure | corrective measures | corrective actions |
        corrective and preventive actions | corrective and preventative actions | recommendations | preventive actions |
        preventative actions | todo | to do | to-do | todos | tasks | improvement actions | improvement items |
        planned improvements | planned actions | what we will do | what we are doing | what we will do next |
        what are we doing about it | what we're doing about it | what we will change | list of actions |
        actions to take | suggested improvements | improvements | future work`,
      metrics: `incident timing | timing | metrics | stats | statistics | incident metrics | key metrics |
        metrics and graphs | incident statistics | response metrics | key figures`,
      'follow-up': 'follow-up | follow up | followup',
      prevention: `prevention | prevention measures | preventive measures | preventative measures |
        how do we prevent it | how to prevent it | how will we prevent it | how do we prevent this |
        how can we prevent this | preventing recurrence | prevention of recurrence | recurrence prevention |
        how to prevent this in the future`,
      approval: 'approval | review and approval | sign-off | sign off | signoff | approvals | signatures',
      attendees: `attendees | participants | people involved | present | who was involved | meeting attendees |
        review attendees`,
      appendix: `appendix | appendices | supporting information | supporting data | additional information | annex |
        attachments | supplementary information`,
      background: 'background | context | leadup | lead up | lead-up | background information | history | preface',
      references: `references | supporting documents | supporting documentation | related issues | reference | links |
        related documents | related links | related incidents | further reading | resources | useful links | see also |
        related tickets | external links | sources`,
      notes: 'notes | note | additional notes | other notes | remarks | comments | miscellaneous | additional comments',
    },
    before: `the | our | incident | postmortem | post-mortem | blameless | detailed | brief | short | high-level |
      initial | final | full | key | main | technical | general | complete | preliminary | updated | overall | quick |
      rough | approximate | follow-up | future | further | remaining | additional | other | open | outstanding |
      proposed | recommended | planned | possible | probable | suspected | immediate | short-term | long-term |
      medium-term | preventive | preventative | corrective | remedial | post-incident | agreed | completed | actual |
      important | personal | team | engineering | service | outage | issue | problem | event | system | temporary |
      permanent`,
    after: `summary | section | details | overview | description | of (the )incident | of (the )outage |
      of (the )issue | of (the )problem | of (the )failure | of (the )disruption | of events | / | analysis | report`,
    and: 'and | plus',
    heads: `timeline | timeline of events | chronology | sequence of events | impact | root cause | root causes |
      root cause analysis | cause | causes | contributing factors | contributing factor | action items | action item |
      next steps | lessons learned | lessons learnt | learnings | takeaways | 5 whys | five whys`,
    unlike: `no | not | without | how | to | on | of | for | about | in | with | a | an | any | why | what | when |
      see | project | product | release | roadmap | delivery | implementation | development | rollout | hiring |
      migration | deprecation | budget | github | common | because`,
  },
  columns: {
    time: `time | times | timestamp | time stamp | when | start time | date/time | date / time | datetime |
      date and time | date & time | clock | start | started | clock time | local time | time of day | at`,
    date: 'date | day | dates | calendar day',
    weekday: 'day | weekday | day of (the )week',
    end: 'end | end time | ended | until | to | finish | finished',
    offset: `duration | offset | elapsed | elapsed time | t+ | delta | time since start | time elapsed | minutes |
      relative time | since start | t`,
    event: `description | event | events | what | what happened | action | actions | detail | details | activity |
      entry | message | note | notes | comment | comments | update | occurrence | summary | log | observation |
      event description | action taken | actions taken | happening | item`,
    stage: 'stage | phase | status | milestone | type | tag | step | category | kind | state',
    owner: `owner | owners | who | by | actor | person | author | responsible | assignee | assigned to | assigned |
      dri | lead | team | responder | engineer | responsible party | responsible person | action owner | owned by |
      owning team | responsible team | point of contact | poc | contact | driver | role | name | reporter | source`,
    number: `id | # | no | no. | nr | nr. | number | action id | action # | key | item # | seq | ref | index | s/n |
      sl no | sr no`,
    link: `ticket | tickets | link | links | issue | issues | jira | tracker | tracking | tracking issue |
      tracking link | bug | bugs | pr | pull request | url | reference | ticket id | ticket number | work item | story |
      task link | github issue | evidence`,
    notes: 'notes | note | comment | comments | remark | remarks | details | additional information | more information',
    title: `action | actions | action item | action items | item | items | task | tasks | title | description | what |
      follow-up | follow up | follow-ups | todo | to do | improvement | recommendation | action point | measure |
      summary | corrective action | preventive action | next step | deliverable | proposal | action required |
      activity | work | measures | improvements | to-dos | todos`,
    category: `type | category | kind | class | classification | area | theme | action type | type of action |
      component | goal`,
    priority: 'priority | prio | urgency | importance | severity | p',
    due: `due | due date | deadline | eta | target date | target | by when | due by | completion date | when | due on |
      target completion | expected | expected completion | expected date | planned date | date due | timeline |
      timeframe | time frame | complete by | finish by | date | delivery date | estimated completion`,
    completed: `completed on | completed at | completed date | date completed | closed on | date closed | done on |
      finished on | created | opened | last updated | updated`,
    status: 'status | state | done | progress | completed | complete | current status | done?',
  },
  metadata: {
    id: `incident id | id | incident | incident number | incident no | incident # | post-mortem id | postmortem id |
      incident key | report id | report number | case id | case number`,
    date: `date | incident date | date of (the )<it> | dates | date(s) | occurred | occurred on | <fault> date |
      date of occurrence | day | day of (the )<it> | date occurred | event date`,
    severity: `severity | sev | incident severity | severity level | impact level | severity rating | criticality |
      incident level`,
    priority: 'priority | incident priority | priority level',
    status: `status | document status | postmortem status | post-mortem status | report status | state |
      incident status | current status`,
    duration: `duration | incident duration | outage duration | total duration | time of incident | downtime |
      total downtime | duration of (the )<it> | length of (the )<it>`,
    commander: `incident commander | incident lead | commander | ic | incident manager | incident leader |
      incident coordinator | incident owner | incident response lead | on-call lead`,
    author: `author | authors | author(s) | written by | prepared by | post-mortem author | postmortem author | owner |
      postmortem owner | post-mortem owner | report author | report by | reported by | document owner | writer |
      compiled by`,
    start: `start | started | start time | started at | began | began at | start date | start date/time |
      start date and time | start time and date | date/time started | date and time started | date/time of start |
      time started | time of start | from | begin | beginning | <it> start | <it> start time | <it> start date |
      <it> start date/time | <it> started | <it> started at | <it> began | <it> began at | <it> begin | <it> from |
      start of (the )<it> | beginning of (the )<it> | onset | date started`,
    end: `end | ended | end time | ended at | resolved | resolved at | resolved on | end date | end date/time |
      end date and time | date/time ended | date/time resolved | date and time resolved | date/time of resolution |
      time resolved | time of resolution | time ended | time of end | to | until | finish | finished | <it> end |
      <it> end time | <it> end date | <it> end date/time | <it> ended | <it> ended at | <it> resolved |
      <it> resolved at | <it> until | <it> to | end of (the )<it> | <it> over | date resolved | date ended |
      service restored | service restored at | time restored | restored | restored at | recovered at`,
    detected: `detected | detected at | detected on | first detected | first detected at | time detected |
      time of detection | date/time detected | date and time detected | date detected | detection time | <it> detected |
      <it> detected at | <it> first detected | discovered | discovered at | time discovered | date/time discovered |
      noticed at | first noticed`,
    declared: `declared | declared at | incident declared | incident declared at | time declared | date/time declared |
      incident opened | incident opened at | opened at`,
    acknowledged: `acknowledged | acknowledged at | time acknowledged | acknowledgement time | date/time acknowledged |
      <it> acknowledged`,
    mitigated: `mitigated | mitigated at | time mitigated | time of mitigation | mitigation time | date/time mitigated |
      <it> mitigated | <it> mitigated at`,
    closed:
      'closed at | closed on | time closed | date closed | date/time closed | incident closed | incident closed at',
    review: `retro held | retro date | retrospective held | retrospective date | date of (the )retrospective |
      review date | review held | date of (the )review | post-mortem date | postmortem date | post-mortem held |
      postmortem held | post-mortem meeting | postmortem meeting | review meeting | date of (the )post-mortem |
      date of (the )postmortem | post-mortem review date | postmortem review date | reviewed on | meeting date`,
    services: `affected services | services affected | service(s) affected | affected service | service affected |
      affected systems | systems affected | affected system | impacted services | services impacted | impacted systems |
      service | services | system | systems | affected components | components affected | affected products | product |
      products affected | component`,
    zone: 'time zone | timezone | tz | times in | all times in | all times',
    attendees: `attendees | participants | people involved | present | responders | incident responders | team |
      on-call | on call | on-call engineer | involved | response team | incident team | people | who was involved`,
    approvedBy: 'approved by | approver | approvers | signed off by | reviewed and approved by',
  },
  actionStates: {
    open: `open | todo | to do | to-do | not started | not yet started | backlog | planned | new | pending | not done |
      outstanding | unassigned | reopened | scheduled | tbd | accepted | assigned`,
    'in-progress': `in progress | in-progress | inprogress | wip | work in progress | ongoing | in review |
      under review | blocked | started | doing | pending review | partially done | partly done | partial | underway |
      in development | in testing | active | on track | waiting`,
    done: `done | complete | completed | fixed | merged | shipped | closed | resolved | implemented | deployed |
      released | finished | delivered | live | rolled out`,
    'wont-do': `won't do | wont do | won't fix | wont fix | wontfix | will not do | will not fix | won't | cancelled |
      canceled | not needed | no longer needed | n/a | not applicable | rejected | declined | dropped | abandoned |
      obsolete | not planned | superseded | duplicate`,
    deferred: 'deferred | postponed | on hold | delayed | parked | later | put off | snoozed | moved',
    proposed: 'proposed | proposal | suggested | suggestion | idea | under consideration | considered',
  },
  documentStates: {
    draft: 'draft | work in progress | wip | in progress | preliminary | initial | open | incomplete | ongoing',
    'in-review': 'in review | under review | for review | ready for review | pending review | awaiting review | review',
    final: `final | finalised | finalized | complete | completed | approved | published | reviewed | closed | done |
      resolved | signed off`,
    superseded: 'superseded | replaced | obsolete | withdrawn | deprecated | retracted',
  },
  goingOn: {
    now: 'now | present | the present | today | this moment | currently',
    ongoing: 'ongoing | on-going | still ongoing | incident ongoing | active incident | still active | in flight',
    unsettled:
      'investigating | unresolved | so far | and counting | to date | still running | not over | not resolved yet',
  },
  durations: {
    total: `(total )(service )(incident )(outage )duration | overall (service )(incident )(outage )duration |
      full (incident )(outage )duration | (total )(service )(incident )(outage )downtime | overall (service )downtime |
      (total )(service )(incident )outage | (total )(service )(incident )outage time |
      (total )(incident )(outage )elapsed time | duration of (the )incident | duration of (the )outage |
      length of (the )incident | length of (the )outage`,
    impact: `(total )(customer )(user )(service )impact duration | (total )(customer )(user )(service )impact time |
      duration of (the )(customer )(user )impact | length of (the )(customer )(user )impact`,
    detect: `(mean )time to detect | (mean )time to detection | average time to detect | average time to detection |
      detection time | ttd | mttd`,
    acknowledge: `(mean )time to acknowledge | (mean )time to acknowledgement | (mean )time to acknowledgment |
      (mean )time to respond | (mean )time to response | average time to acknowledge | average time to respond |
      acknowledgement time | acknowledgment time | acknowledge time | response time | tta | mtta`,
    mitigate: `(mean )time to mitigate | (mean )time to mitigation | average time to mitigate |
      average time to mitigation | mitigation time | ttm | mttm`,
    repair: '(mean )time to repair | (mean )time to fix | average time to repair | average time to fix | repair time',
    resolve: `(mean )time to resolve | (mean )time to resolution | average time to resolve |
      average time to resolution | resolution time`,
    recover: `(mean )time to recover | (mean )time to recovery | (mean )time to restore | (mean )time to restoration |
      average time to recover | average time to recovery | average time to restore | average time to restoration |
      recovery time | restoration time | ttr | mttr`,
  },
  milestones: {
    started: `trigger | triggered | (<it> )start | (<it> )starts | (<it> )started | (<it> )occurs | (<it> )occurred |
      (<fault> )begin | (<fault> )begins | (<fault> )began | start of (the )<it> | beginning of (the )<it> |
      onset of (the )<it>`,
    detected: `detection | detected | detects | first detection | first detected | <it> detection | <it> detected |
      <it> detects | first <it> detected | <it> discovered | <it> noticed | (first )alert | (first )alerted |
      (first )page | (first )paged | (first )report | <it> reported | (the )team aware | (the )team is aware |
      (the )team was aware | (the )team alerted | (the )team is alerted | (the )team was alerted | (the )team paged |
      (the )team is paged | (the )team was paged`,
    declared: `declared | declaration | incident begin | incident begins | incident began | incident declared |
      incident opened | incident created | incident raised | opened`,
    acknowledged: `ack | acknowledge | acknowledged | acknowledges | acknowledgement | acknowledgment | response |
      responded | response begins | response began | response starts | response started | on-call acknowledged |
      on-call acknowledges | alert acknowledged | page acknowledged | incident acknowledged`,
    investigating: `investigation | investigating | investigated | investigation begins | investigation began |
      investigation starts | investigation started | investigations begin | investigations began`,
    identified: `identified | identification | (root )cause found | (root )cause identified | (root )cause discovered |
      issue identified | diagnosis | diagnosed`,
    mitigated: `mitigation | mitigated | mitigates | mitigation applied | (<it> )contained | containment |
      <it> mitigated`,
    repaired: 'repair | repaired | fixed | fix deployed | permanent fix | permanent fix deployed',
    resolved: `resolution | resolved | <it> resolved | recovery | recovered | (full )service restored |
      (full )service fully restored | (full )service recovered | (full )service fully recovered | all clear |
      <fault> end | <fault> ends | <fault> ended | <fault> over | end of (the )<fault>`,
    closed: `close | closed | closure | incident closed | incident end | incident ends | incident ended |
      incident over | end of (the )incident | post-resolution`,
  },
  title: {
    document: `post-mortem | postmortem | post mortem | incident report | incident review | incident analysis |
      incident retrospective | incident retro | incident-report | incident-review | incident-analysis |
      incident-retrospective | post-incident review | post-incident report | post incident review |
      post incident report | outage report | outage review | after action review | after-action review |
      after action report | after-action report | root cause analysis | root-cause analysis | rca |
      correction of error | incident write-up | incident writeup | service disruption report |
      disruption report | incident post-mortem | incident postmortem | outage post-mortem | outage postmortem`,
    documents: `post-mortems | postmortems | post mortems | incident reports | incident reviews | outage reports |
      incident analyses | after-action reports`,
    failure: `outage | outages | down | downtime | unavailable | unavailability | unreachable | inaccessible | offline
      | incident | failure | failures | failed | failing | fails | degradation | degraded | disruption |
      disrupted | interruption | interrupted | crash | crashed | crashes | crashing | data loss | lost data |
      breach | broke | broken | breaks | not working | not responding | unresponsive | blackout | brownout |
      stuck | overload | overloaded | overflow | exhausted | exhaustion | corrupted | corruption | 500s | 502s
      | 503s | 504s | 5xx | timeouts | timed out | timing out | deadlock | cascading | out of memory | oom |
      oomkilled | expired | dead`,
    trouble: `error | errors | issue | issues | problem | problems | bug | slow | slowness | slowdown | latency |
      timeout | regression | leak | leaked | spike | missing | lost | stopped | delay | delayed | delays |
      wrong | incorrect | misconfiguration | misconfigured | rollback | stale | backlog | fault | faults |
      deleted | hang | hung | high load | elevated | increased`,
    general: `process | processes | policy | policies | plan | plans | playbook | playbooks | runbook | runbooks |
      handbook | guide | guides | guideline | guidelines | index | sprint | game | checklist | training | faq
      | adr | rfc | proposal | changelog | release notes | readme | advisory | standup | stand-up | meeting |
      documentation | library | archive | procedure | procedures | tutorial | overview | workshop | onboarding
      | roadmap | agenda | minutes | inventory | audit | specification | design | architecture | management |
      cheat sheet | survey | newsletter | manual | reference | glossary | exercise | drill | lesson |
      contributing | book | retrospective | retrospectives | retro | retros | severities | severity levels |
      schedule | schedules | handover | contacts | maintenance | register | statistics | quarter | quarterly |
      weekly | monthly | advisories | roadmaps | course | best practices | tips | examples | getting started |
      introduction | culture | awesome | questions | lessons from | anatomy of | list of`,
    topic: `why | what is | what a | what are | what to do | how to | howto | how we | how do | how should | writing
      | debugging | hunting | learning | understanding | introducing | handling | dealing with`,
    template: 'template | templates',
  },
  prose: {
    past: `was | were | had | did | began | became | went | came | saw | took | made | led | found | caused |
      noticed | reported | discovered | started | stopped | failed | restarted | decided | realized |
      realised | happened | occurred | tried | resulted | returned | received | rolled | deployed |
      identified | fixed | reverted | confirmed | resolved | removed | changed | contacted | investigated |
      opened | increased`,
    steps: `add | ask | build | call | change | check | choose | click | clone | close | configure | copy |
      create | define | delete | disable | do not | don't | download | enable | ensure | escalate | export |
      find | follow | get | give | go | import | inform | install | keep | let | list | log in | look |
      make | monitor | navigate | note | notify | open | page | pass | post | press | promote | provide |
      put | read | remove | replace | report | restart | restore | retry | return | review | run | see |
      select | send | set | start | stop | switch | take | tell | test | try | type | update | upgrade |
      use | verify | wait | write`,
    ahead: `will | should | shall | must | need to | needs to | going to | plan to | plans to | have to | has to |
      to be`,
    tasks: `add | adjust | alert | allow | ask | audit | automate | avoid | backfill | block | build | change |
      check | clarify | clean | configure | consider | continue | create | decide | decrease | define |
      deploy | design | develop | disable | discuss | document | emphasize | enable | enforce | ensure |
      establish | evaluate | expand | explore | extend | find | fix | follow up | get | harden | have |
      hire | identify | implement | improve | increase | integrate | introduce | investigate | keep |
      limit | look into | lower | make | migrate | minimise | minimize | monitor | move | notify | perform |
      prevent | prioritise | prioritize | provide | publish | raise | reduce | refactor | remove | replace |
      require | review | revisit | rework | rewrite | roll out | rotate | run | schedule | set | set up |
      setup | share | simplify | speed up | split | standardise | standardize | start | stop | strengthen |
      switch | teach | test | tighten | track | train | tune | update | upgrade | use | validate | verify |
      work | write`,
    tasksAtEnd: '',
    nothing: `none | n/a | nothing | no actions | no action | no further actions | no further action |
      no action items | no further action items | not applicable | nil`,
    explanation: `meaning | meanings | legend | key | glossary | definition | definitions | explanation | explanations |
      how to read | how to use | about this | about these`,
    numbers: 'one | two | three | four | five | six | seven | eight | nine | ten',
    by: 'due | due by | due on | due date | due date by | due date on | by | deadline | eta | no later than | before',
    behind: 'in | by | on | at | with | via | as | for | since | see',
    levels: 'very high | high | medium | low | very low | critical',
    roles: `scribe | incident scribe | facilitator | incident facilitator | reporter | incident reporter |
      contributor | contributors | reviewer | reviewers | editor | editors | investigated by | resolved by |
      reviewed by | facilitated by`,
    nobody: `tbd | tba | todo | none | n/a | na | unassigned | nobody | everyone | all | automate | automated |
      system | name | owner`,
    horizon: 'later',
    updates: `investigating | identified | monitoring | update | updated | resolved |
      completed | in progress | verifying | scheduled | postmortem | post-mortem`,
    until: 'to | until | till | since',
  },
  zones: {
    subject: `time | times | timestamp | timestamps | timezone | time zone | tz | timeline | datetime | date | dates |
      clock`,
    between: `are | is | all | given | shown | listed | stated | expressed | reported | presented | displayed |
      written | in | the | as | of | for | below | here | above | local | this | document | report | page | timeline |
      include | use | uses | using | time | times | timestamp | timestamps | zone`,
    behind: 'times | timestamps | timezone | time zone',
  },
  reviews: {
    review: 'review | follow-up | follow up | followup | check-in | check in | checkin | revisit | retrospective',
    day: 'day | days',
    week: 'week | weeks',
    month: 'month | months',
  },
  approval: {
    role: 'role | title',
    name: 'name | who',
    signed: `approval | approved | approved on | approved at | approved by | signature | date | signed | signed on |
      signed off | sign-off | approval date | signature/date | signature / date | date signed`,
    pending: 'pending | awaiting | waiting | open | not yet | outstanding',
    nobody: 'n/a | na | none | nobody | not applicable | not needed | not required',
  },
  answers: {
    yes: 'yes | y | yep | true | affected | breached',
    no: 'no | n | none | not | n/a | nil | nothing | never | nobody | false | unaffected',
  },
  guidance: {
    lead: `description of | list of | date of | time of | name of | names of | number of | summary of | explanation of |
      analysis of | link to | links to | amount of | percentage of | brief | a brief | short | a short | the short |
      detailed | a detailed | one-line | high-level | step-by-step | deeper | additional | describe | explain | list | add |
      insert | fill | enter | estimate | summarise | summarize | include | specify | provide | how | what | who | why |
      when | where | which`,
    word: `name | title | date | time | start | end | duration | total | number | person | people | team | owner | who | what |
      value | result | description | detail | details | link | links | id | incident | severity | status | priority | author |
      commander | role | signature | yes | no | draft | final | factor | cause | root | step | action | item | assessment |
      estimate | finding | findings | percentage | percent | amount | region | how | when | why | where | related | answer |
      metric | issue | feature | short | brief | impact | before | during | after | or | of | the | and | if | applicable |
      verification | improvement | area | positive | aspect | good | thing | affected | user | users | service | services |
      list | estimated`,
    unit: `sentence | sentences | line | lines | paragraph | paragraphs | word | words | bullet | bullets`,
    later: `to fill in | to fill out | to be filled in | to be filled out | to be added | to be written | to be confirmed |
      to be completed | to be determined | to be announced`,
  },
}
