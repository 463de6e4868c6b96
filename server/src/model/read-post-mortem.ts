/** Text → model: the one place where a document is read. Never throws. */
import type { Outline } from '../outline/outline.ts'
import { outlineOf } from '../outline/read-outline.ts'
import { share } from '../share.ts'
import { type Markdown, parseMarkdown } from '../syntax/markdown.ts'
import { readZone, type SequenceContext } from '../time/index.ts'
import { readActionItems } from './actions/action-items.ts'
import { readConflictMarks } from './content/conflict-marks.ts'
import { readApprovals, readFigures, readMetricRows, readReviews } from './content/figures.ts'
import { readFiveWhys } from './content/five-whys.ts'
import { readPoints } from './content/points.ts'
import { readReferences } from './content/references.ts'
import { readSecrets } from './content/secrets.ts'
import { unfilledIn } from './content/unfilled.ts'
import { chooseTemplate, readNamedTemplate } from './document/choose-template.ts'
import { dateOrderOf } from './document/date-order.ts'
import { declaredKind, isDeclaredCopy, problemsOf } from './document/declared.ts'
import { isOver, readTitle, stageOf, zoneOfHead } from './document/head.ts'
import { incidentDay, timelineDate } from './document/incident-day.ts'
import { readIncidents } from './document/incidents.ts'
import { matchTemplate } from './document/match-template.ts'
import { readMetadata } from './document/metadata.ts'
import { noPostMortem } from './document/no-post-mortem.ts'
import { withPseudoSections } from './document/pseudo-sections.ts'
import { recognise } from './document/recognise.ts'
import { readSections } from './document/sections.ts'
import { readSuppressions } from './document/suppressions.ts'
import { namesLanguage, versionsOf } from './document/translation.ts'
import { foundWindow } from './durations/found-window.ts'
import { countsSupportHours } from './durations/support-hours.ts'
import { NO_WINDOW, statedDurations, statedWindow, windowBesideDuration } from './durations/window.ts'
import {
  answering,
  type FolderAnswers,
  factsKey,
  isHarmless,
  NO_FOLDER_FACTS,
  type Question,
  settledZone,
} from './folder-facts.ts'
import type { PostMortem } from './post-mortem.ts'
import type { ReadContext } from './read-context.ts'
import { hasDaysAndTimes, isDated } from './timeline/listed-entries.ts'
import { withContextMilestones } from './timeline/milestone-context.ts'
import { needsZone } from './timeline/missing-zone.ts'
import { statedMilestoneList } from './timeline/stated-milestone-list.ts'
import { resolveTimeline, statedZone, zoneBesideTimes } from './timeline/timeline.ts'
import { sharedBy } from './timeline/timeline-entry.ts'
import { readTimeline } from './timeline/timeline-notation.ts'

/** A version of a document that was read. */
export interface Reading {
  readonly postMortem: PostMortem
  readonly markdown: Markdown
  readonly outline: Outline
  /** The facts of the folder that it asked for: with others it may be read otherwise. */
  readonly asked: readonly Question[]
  /** The same before these settled anything in it but what it is; null where they did not. */
  readonly unsettled: PostMortem | null
}

/** Reads a document. */
export function readPostMortem(text: string, context: ReadContext): PostMortem {
  return updateReading(null, text, context).postMortem
}

/**
 * Reads the next version of a document. The result equals a reading from scratch; what has not changed since the
 * previous version is the same object in both.
 */
export function updateReading(previous: Reading | null, text: string, context: ReadContext): Reading {
  const markdown = parseMarkdown(text, previous?.markdown)
  // Shared before it is read, so that rows above a change are the same objects, and what is memoised by them counts.
  const outline = share(previous?.outline, outlineOf(markdown))
  const facts = context.folder ?? NO_FOLDER_FACTS
  const before = { ...NO_FOLDER_FACTS, areMostPostMortems: facts.areMostPostMortems }
  const { answers, asked } = answering(facts)
  const read = readModel(markdown, outline, context, answers)
  const postMortem = previous ? share(previous.postMortem, read) : read
  // Nothing else makes a post-mortem of a document.
  const wanted = [...asked].filter((name) => postMortem.recognised || name === 'areMostPostMortems')
  const settling = wanted.filter((name) => !isHarmless(name))
  const isSettled = factsKey(settling, facts) !== factsKey(settling, before)
  const unsettled = isSettled ? readModel(markdown, outline, context, answering(before).answers) : null
  return { markdown, outline, postMortem, asked: wanted.sort(), unsettled }
}

function readModel(
  { text, chunks }: Markdown,
  written: Outline,
  context: ReadContext,
  folder: FolderAnswers,
): PostMortem {
  const choice = chooseTemplate(written, context.templates, context.assigned ?? null)
  // In a document of a chosen template a bold key is a field.
  const outline = choice?.chosen ? written : withPseudoSections(written)
  const template = choice?.template ?? null
  const sections = readSections(outline, template, template ? matchTemplate(outline, template) : [])
  const unfilled = unfilledIn(template)
  const metadata = readMetadata(sections)
  const document = { text, sections, starts: outline.starts }
  const dateOrder = context.dateOrder ?? dateOrderOf(chunks, () => folder.dateOrder)
  const shared = sharedBy(unfilled, template, dateOrder)
  const entries = readTimeline(sections, shared)
  const declared = declaredKind(context, choice, outline)
  const { path, root = null, isInFolder = false } = context
  const timedTimeline = entries.some(({ reading }) => reading)
  const times = { timedTimeline, datedTimeline: isDated(entries), daysAndTimes: hasDaysAndTimes(entries) }
  const incidents = readIncidents(sections, dateOrder)
  const what = recognise({
    outline,
    sections,
    metadata,
    ...times,
    isLog: incidents.length > 0,
    declared,
    path,
    root,
    folder,
    hasTemplateHeadings: choice?.chosen === true && declared === null,
    isInFolder,
  })
  if (!what.recognised) return noPostMortem(outline.lineEnding, what, outline.starts)

  const areFileNamesDays = () => folder.areFileNamesDays
  const known = incidentDay({ outline, sections, metadata, entries, dateOrder, path, areFileNamesDays })
  const named = statedZone(sections) ?? zoneOfHead(metadata) ?? zoneBesideTimes(sections, dateOrder)
  const zone = named
    ? settledZone(named, context.timeZone, folder)
    : context.timeZone
      ? readZone(context.timeZone)
      : null
  const sequence: SequenceContext = { incidentDate: known.date, windowStart: null, windowEnd: null, zone, dateOrder }
  const durations = statedDurations(sections, template)
  const stated = statedWindow(metadata, sequence) ?? windowBesideDuration(sections, durations, sequence)
  const bounds = { ...sequence, windowStart: stated?.start ?? null, windowEnd: stated?.end ?? null }
  const title = readTitle(outline, sections, unfilled)
  const subject = `${title?.text.plain ?? ''} ${metadata.services?.value.plain ?? ''}`
  const timeline = withContextMilestones(resolveTimeline(entries, incidents, sections, bounds), { subject, sections })
  const isKnown = stated?.end != null || incidents.length > 0
  const found = isKnown ? NO_WINDOW : foundWindow(timeline, durations, sections, sequence)
  const window = stated ?? found
  const stage = stageOf(metadata, sections, template)
  const day = (known.assumed ? null : known.date) ?? window.start?.date ?? timelineDate(timeline) ?? known.date
  const actionItems = readActionItems(sections, { ...shared, day, known: context.people ?? [], called: folder.called })
  const versions = versionsOf({ metadata, title, incidents, date: day, actionItems }, path).filter(namesLanguage)
  return {
    recognised: true,
    isTemplate: context.isTemplateFile === true || what.isTemplate,
    recognition: what,
    templateProblems: problemsOf(text, context, outline),
    incidents,
    lineEnding: outline.lineEnding,
    template: choice,
    namedTemplate: readNamedTemplate(outline, context.templates),
    templateIds: context.templates.map(({ id }) => id),
    title,
    sections,
    starts: outline.starts,
    metadata,
    date: day,
    dateIsAssumed: known.assumed,
    dateOrder,
    zone,
    isZoneAsked: zone === null && needsZone({ timeline }) && folder.isZoneAsked,
    window,
    durations,
    countsSupportHours: countsSupportHours(sections, durations),
    timeline,
    listedMilestones: resolveTimeline(statedMilestoneList(sections, shared), incidents, sections, bounds),
    actionItems,
    points: readPoints(sections, unfilled),
    fiveWhys: readFiveWhys(sections, unfilled),
    figures: readFigures(sections),
    metricRows: readMetricRows(sections, unfilled),
    reviews: readReviews(sections, shared.options),
    approvals: readApprovals(sections, unfilled),
    references: readReferences(sections, metadata.id?.value.plain ?? null),
    secrets: readSecrets(document),
    conflictMarks: readConflictMarks(document),
    suppressions: readSuppressions(document),
    isCopy: isDeclaredCopy(outline) || versions.some(folder.isPreceded),
    stage,
    resolved:
      stage === 'final' || stage === 'in-review' || isOver(window.end ?? found.end, durations, sections, template),
  }
}
