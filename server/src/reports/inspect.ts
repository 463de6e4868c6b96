/** The output of `postmortem inspect`: see docs/inspect-format.md. Lines are 1-based. */

import { placeholdersOf } from '../model/content/placeholders.ts'
import { progressOf } from '../model/document/progress.ts'
import { computeMetrics } from '../model/durations/metrics.ts'
import type { MetadataName, MetadataValue, Place, PostMortem } from '../model/post-mortem.ts'
import { currentAndHighest } from '../rules/metadata/shared/stated-severities.ts'
import { type Moment, secondsBetween, toIso } from '../time/index.ts'

/** One document; null means unknown. */
export type Inspected = ReturnType<typeof inspect>

/**
 * @param file the path to show
 * @param lineOf 1-based line of a place
 */
export function inspect(file: string, postMortem: PostMortem, lineOf: (place: Place) => number) {
  const { template, window, metadata, zone } = postMortem
  return {
    file,
    postmortem: postMortem.recognised,
    isTemplate: postMortem.isTemplate,
    ...recognitionOf(postMortem, lineOf),
    template: template && { id: template.template.id, chosen: template.chosen },
    progress: progressIn(postMortem),
    title: postMortem.title?.text.plain ?? null,
    metadata: { ...metadataOf(metadata), ...severitiesOf(postMortem), date: postMortem.date },
    window: { start: iso(window.start), end: iso(window.end), timeZone: zone?.name ?? null },
    durations: [...stated(postMortem, lineOf), ...computed(postMortem)],
    sections: postMortem.sections.flatMap((section) =>
      section.kinds.map((kind) => ({
        kind,
        heading: section.heading?.title.plain ?? '',
        line: lineOf({ section: section.index, start: section.heading?.start ?? 0, end: 0 }),
        level: section.level,
        empty: section.state === 'empty',
      })),
    ),
    timeline: postMortem.timeline.map((event) => ({
      line: lineOf(event),
      time: iso(event.at),
      end: iso(event.until),
      approximate: event.approximate,
      offsetSeconds: event.offset?.seconds ?? null,
      text: event.description.plain,
      owner: event.owner?.plain || null,
      milestones: event.milestones,
    })),
    actionItems: postMortem.actionItems
      .filter(({ unfilled }) => !unfilled)
      .map((item) => ({
        line: lineOf(item),
        id: item.id?.plain ?? null,
        title: item.title.plain,
        type: item.type?.plain || null,
        owner: filled(item.owner),
        priority: filled(item.priority),
        due: item.dueDate ?? filled(item.due),
        status: item.state === 'deferred' ? 'in-progress' : item.state,
        group: item.group,
        links: item.links,
      })),
    fiveWhys: postMortem.fiveWhys.map((why) => ({
      line: lineOf(why),
      question: why.question.plain,
      answer: why.answer?.plain ?? null,
    })),
    points: postMortem.points.map((point) => ({
      line: lineOf(point),
      kind: point.kind,
      label: point.label?.plain ?? null,
      text: point.text.plain,
      checked: point.checked,
    })),
    figures: postMortem.figures.map(({ name, text, number, unit, ...place }) => ({
      line: lineOf(place),
      name,
      text,
      number,
      unit,
    })),
    metrics: postMortem.metricRows.map(({ name, values, ...place }) => ({ line: lineOf(place), name, values })),
    incidents: postMortem.incidents.map(({ section, title, date }) => ({
      line: lineOf({ section, start: 0, end: 0 }),
      title,
      date,
    })),
    reviews: postMortem.reviews.map(({ name, date, ...place }) => ({ line: lineOf(place), name, date })),
    approvals: postMortem.approvals.map(({ role, name, approval, ...place }) => ({
      line: lineOf(place),
      role,
      name,
      approval,
    })),
    references: postMortem.references.map(({ kind, text, ...place }) => ({ line: lineOf(place), kind, text })),
    placeholders: placeholdersOf(postMortem).map((place) => ({ line: lineOf(place), text: place.text })),
  }
}

/** Null where no template says what is to be written, as for a template itself. */
function progressIn(postMortem: PostMortem) {
  const progress = postMortem.isTemplate ? null : progressOf(postMortem)
  return progress && { filled: progress.filled, sections: progress.total }
}

function recognitionOf({ recognition }: PostMortem, lineOf: (place: Place) => number) {
  const { confirmed, near, sum, evidence } = recognition
  const shown = evidence.map(({ feature, weight, place }) => ({ feature, weight, line: place && lineOf(place) }))
  return { confirmed, near, sum, evidence: shown }
}

function iso(moment: Moment | null): string | null {
  return moment && toIso(moment)
}

function filled(
  value: { readonly value: { readonly plain: string }; readonly unfilled: boolean } | null,
): string | null {
  return value && !value.unfilled ? value.value.plain || null : null
}

function metadataOf(metadata: Readonly<Partial<Record<MetadataName, MetadataValue>>>): Record<string, string | null> {
  const names = ['id', 'severity', 'priority', 'status', 'commander', 'author', 'duration', 'approvedBy'] as const
  return Object.fromEntries(names.map((name) => [name, filled(metadata[name] ?? null)]))
}

function severitiesOf(postMortem: PostMortem) {
  const { current, highest } = currentAndHighest(postMortem)
  return { currentSeverity: current, highestSeverity: highest }
}

function stated({ durations }: PostMortem, lineOf: (place: Place) => number) {
  return durations.map((duration) => ({
    name: duration.name,
    line: lineOf(duration),
    text: duration.text,
    seconds: duration.reading.seconds,
    source: 'stated',
  }))
}

/** They stand on no line. */
function computed(postMortem: PostMortem) {
  const { window } = postMortem
  const length = window.start && window.end ? secondsBetween(window.start, window.end) : null
  const whole = length === null || length < 0 ? [] : [{ name: 'Duration', seconds: length }]
  const metrics = computeMetrics(postMortem).filter(({ name }) => name !== 'impact')
  return [...whole, ...metrics].map(({ name, seconds }) => ({
    name,
    line: null,
    text: null,
    seconds,
    source: 'computed',
  }))
}
