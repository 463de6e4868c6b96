/** Words and sentences of invented incidents. */
import type { Random } from './random.ts'

const AREAS = 'billing checkout search login catalog shipping invoice media session ledger pricing quota'.split(' ')
const PARTS = 'api worker gateway cache queue database scheduler proxy indexer store'.split(' ')
const FIRST = 'Ada Bo Chidi Dana Elif Farid Greta Hugo Ines Jun Karin Luis Mina Nils Olga Priya Ravi Sofia'.split(' ')
const LAST = 'Aalto Berg Castro Dahl Endo Fischer Gupta Haas Ito Jansen Koch Lund Moreau Novak Okafor Park'.split(' ')
const REGIONS = ['Frankfurt', 'Dublin', 'Ohio', 'Oregon', 'Singapore', 'Mumbai', 'both European regions', 'all regions']
const TEAMS = ['payments', 'platform', 'storage', 'network', 'identity', 'search', 'mobile', 'data', 'support']
const CHANGES = [
  'a new connection limit',
  'a release with a slower query',
  'a rotated certificate',
  'retries without a pause',
  'a table without its keys',
  'a feature flag for all customers',
  'a move to larger nodes',
  'a new version of the driver',
]
const EFFECTS = [
  'requests waited for a free connection',
  'the queue grew faster than it was read',
  'every second request ended with a timeout',
  'the cache was empty after the restart',
  'replicas fell behind the primary',
  'sessions were lost on each deploy',
  'memory rose until the process was ended',
  'messages were delivered twice',
]
const REMEDIES = [
  'the release was rolled back',
  'the flag was switched off',
  'traffic went to the other region',
  'the pool got twice as many connections',
  'the old certificate was put back',
  'the consumers were restarted one by one',
]
const LESSONS = [
  'nobody had tried it with the traffic of a Monday',
  'the dashboard shows the average alone',
  'staging has a hundredth of the data',
  'the runbook named a host that is gone',
  'the alert looks at all regions together',
  'the limit was chosen four years ago',
]
const METRICS = [
  'Error rate',
  'Queue length',
  'Response time, 99th percentile',
  'CPU of the primary',
  'Open connections',
]

/** Something of an invented company, for one random choice each. */
export const word = {
  service: (random: Random) => `${random.pick(AREAS)}-${random.pick(PARTS)}`,
  person: (random: Random) => `${random.pick(FIRST)} ${random.pick(LAST)}`,
  region: (random: Random) => random.pick(REGIONS),
  team: (random: Random) => random.pick(TEAMS),
  change: (random: Random) => random.pick(CHANGES),
  effect: (random: Random) => random.pick(EFFECTS),
  remedy: (random: Random) => random.pick(REMEDIES),
  lesson: (random: Random) => random.pick(LESSONS),
  metric: (random: Random) => random.pick(METRICS),
}

const SENTENCES: readonly ((random: Random) => string)[] = [
  (r) => `After ${word.change(r)} reached \`${word.service(r)}\`, ${word.effect(r)} in ${word.region(r)}.`,
  (r) => `The ${word.team(r)} team saw that ${word.effect(r)}, while \`${word.service(r)}\` looked **healthy**.`,
  (r) => `Of ${r.between(20, 900)} hosts, ${r.between(2, 19)} kept the old setting, and ${word.lesson(r)}.`,
  (r) => `It became normal once ${word.remedy(r)}; about ${r.between(2, 60)}% of the calls had failed until then.`,
  (r) => `We had planned for this in *one* service, not for ${r.between(2, 9)} at a time, because ${word.lesson(r)}.`,
  (r) => `A graph of [${word.service(r)}](https://graphs.example.com/d/${r.between(1000, 9999)}) shows the moment.`,
  (r) => `The ${word.team(r)} team asked for the logs of \`${word.service(r)}\`, where ${word.effect(r)} as well.`,
  (r) => `That took a while, since ${word.lesson(r)} and the page went to the ${word.team(r)} team first.`,
  (r) => `Nothing in the review of ${word.change(r)} said that \`${word.service(r)}\` depends on it.`,
]

/** So many sentences on one line. */
export function prose(random: Random, sentences: number): string {
  return Array.from({ length: sentences }, () => random.pick(SENTENCES)(random)).join(' ')
}

/** What happened, for a row of a timeline: no capital, no full stop. */
export function event(random: Random): string {
  return random.pick([
    () => `${word.person(random)} saw that ${word.effect(random)} in ${word.region(random)}`,
    () => `the ${word.team(random)} team joined, and ${word.remedy(random)}`,
    () => `\`${word.service(random)}\` answered ${random.between(2, 98)}% of its requests`,
    () => `logs of \`${word.service(random)}\` showed that ${word.effect(random)}`,
    () => `a graph by host pointed to ${word.change(random)}`,
  ])()
}

/** What is to be done about it, for a row of a table of actions. */
export function task(random: Random): string {
  return random.pick([
    () => `Page when more than ${random.between(2, 9)}% of the calls to \`${word.service(random)}\` fail for 3 minutes`,
    () => `Try ${word.change(random)} on one host of \`${word.service(random)}\` before the others get it`,
    () => `Give \`${word.service(random)}\` a limit of its own for retries, of ${random.between(2, 9)} per request`,
    () =>
      `Rehearse the switch of \`${word.service(random)}\` to ${word.region(random)} with the ${word.team(random)} team`,
    () => `Add the graph of \`${word.service(random)}\` to the first page of the ${word.team(random)} runbook`,
  ])()
}

/** A line of a log. */
export function logLine(random: Random): string {
  const address = `10.${random.between(0, 255)}.${random.between(0, 255)}.${random.between(1, 254)}`
  return `level=error service=${word.service(random)} peer=${address} took=${random.between(100, 30000)}ms`
}
