/** Templates filled in with an incident, by people who write what the guidance says where that is right. */
import { expect } from 'vitest'
import { placeholdersOf } from '../../server/src/model/content/placeholders.ts'
import { applyEdits, open } from './document.ts'
import { type TemplateFile, templateFiles } from './templates.ts'

/** What is written in place of the placeholders of each template, in their order. */
const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  'team-a': [
    'Parcel labels printed twice',
    'INC-20260310-001',
    '2026-03-10',
    '2026-03-10 08:05 UTC',
    '2026-03-10 09:25 UTC',
    '1h 20m',
    'SEV2',
    'Ida Berg',
    'Tom Reyes',
    'From 08:05 to 09:25 UTC every label was printed twice in two depots. A retry in the print queue sent jobs again that had been printed. Turning the retry off ended it.',
    ...['08:05', '0 min', 'Print queue retries jobs that were printed', 'Print service'],
    ...['08:20', '+15 min', 'A depot reports double labels', 'Depot north'],
    ...['08:45', '+40 min', 'The retry is found in the queue log', 'Ida Berg'],
    ...['09:10', '+65 min', 'Resolution', 'Tom Reyes'],
    ...['09:25', '+80 min', 'Incident closed', 'Ida Berg'],
    'Label printing',
    'Specific regions',
    'Two labels for each parcel',
    '80 min',
    'None',
    'No',
    'No',
    'Depot managers, by phone at 08:30',
    'The print queue counted a job as lost when the printer answered after more than 30 seconds.',
    'A new printer model answered slowly. The queue timed out, and sent each job again.',
    'The timeout was set for the old model, and nothing tested it with the new one.',
    ...['Timeout', 'It was the same for all printers'],
    ...['Alert', 'Nothing counted labels for each parcel'],
    ...['Rollout', 'Both depots got the new model on the same day'],
    ...['were labels printed twice', 'The queue sent jobs again'],
    ...['the queue send jobs again', 'It counted slow answers as lost'],
    ...['slow answers count as lost', 'The timeout was shorter than the answer'],
    ...['the timeout end too early', 'It was set for the old printers'],
    ...['it stay as it was', 'No step of the rollout looks at timeouts'],
    ...['Reports', 'Depots called within 15 minutes'],
    ...['Switch', 'The retry could be turned off without a release'],
    ...['Notes', 'Each step was in the channel'],
    ...['Detection', 'A depot noticed before we did'],
    ...['Logs', 'The queue log had no job numbers'],
    ...['Contacts', 'The list of depot managers was old'],
    ...['Set the timeout for each printer model', 'Tom Reyes', 'P1', '2026-03-24', 'Done'],
    ...['Test the queue with slow printers', 'Ida Berg', 'P2', '2026-03-31', 'Done'],
    ...['Alert on two labels for one parcel', 'Ida Berg', 'P1', '2026-03-24', 'Done'],
    ...['Write job numbers into the queue log', 'Tom Reyes', 'P2', '2026-03-31', 'Done'],
    ...['Add timeouts to the rollout list', 'Lea Moss', 'P2', '2026-03-31', 'Done'],
    ...['Check the list of depot managers each quarter', 'Lea Moss', 'P3', '2026-04-10', 'Done'],
    'The retry was turned off, and the timeout raised to two minutes.',
    ...['Printers', 'One label for each of 200 jobs'],
    ...['Queue', 'No job was sent again for an hour'],
    ...['Depots', 'Both confirmed by phone'],
    ...['Labels per parcel', '1.0', '2.0', '1.0'],
    ...['Queue length', '12', '140', '11'],
    ...['Printer answer', '4 s', '41 s', '5 s'],
    'https://graphs.example.com/labels',
    'https://graphs.example.com/queue',
    'https://logs.example.com/queue',
    'https://traces.example.com/print',
    ...['Related incident', 'none'],
    ...['Earlier incident', 'none'],
    ...['Print queue', 'https://docs.example.com/print-queue'],
    ...['Printer outage', 'https://docs.example.com/printers'],
    ...['Ida Berg', 'Ida Berg, 2026-03-17'],
    ...['Tom Reyes', 'Tom Reyes, 2026-03-17'],
    ...['Lea Moss', 'Lea Moss, 2026-03-18'],
    'The old printers are replaced in May.',
  ],
  'team-b': [
    'PM-2026-004',
    '2026-03-10',
    'P1',
    '80 min',
    'Labels were printed twice in two depots',
    '2 depots, label printing, 80 minutes',
    'A retry of print jobs that were done',
    'The retry was turned off',
    ...['2026-03-10 08:05 UTC', 'System', 'An alert on the length of the print queue'],
    ...['2026-03-10 08:15 UTC', 'Ida Berg', 'A depot with a broken printer'],
    ...['2026-03-10 08:30 UTC', 'Ida Berg and Tom Reyes', 'The queue sent jobs again after 30 seconds'],
    ...['2026-03-10 08:50 UTC', 'The retry was turned off', 'Yes, no more labels were printed twice'],
    ...['2026-03-10 09:25 UTC', 'Tom Reyes', 'The timeout was raised to two minutes'],
    ...['2026-03-10 10:30 UTC', 'One label for each of 200 jobs', 'Labels per parcel are watched for a week'],
    ...['40', '2', '5%'],
    ...['Label printing', 'Return labels', 'Label preview'],
    ...['None', '3', '2', 'Low'],
    'The print queue counted a job as lost when the printer answered after more than 30 seconds.',
    ...['One timeout for all printers', 'No count of labels for each parcel', 'A rollout to both depots at once'],
    'The timeout was set for the old printers.',
    'No test had a slow printer in it.',
    ...['Depots called early', 'The retry had a switch', 'Each step was in the channel'],
    'A switch is worth its upkeep.',
    ...['The log had no job numbers', 'The alert came late', 'The list of contacts was old'],
    'A rollout has to look at timeouts.',
    ...['Set the timeout for each printer model', 'Tom Reyes', '2026-03-13', 'High'],
    ...['Alert on two labels for one parcel', 'Ida Berg', '2026-03-14', 'High'],
    ...['Test the queue with slow printers', 'Ida Berg', '2026-04-02', 'Medium'],
    ...['Replace the old printers', 'Lea Moss', '2026-05-29', 'Low'],
    ...['A timeout for each model', 'A queue that knows what was printed', 'Job numbers in the log'],
    ...['Timeouts in the rollout list', 'One depot first', 'Contacts checked each quarter'],
    ...['Labels per parcel', 'Answers of printers', 'Age of the oldest job'],
    ...['5 min', '10 min', '80 min', '80 min'],
    ...['0%', '100%', '0%'],
    ...['4 s', '41 s', '5 s'],
    ...['99.9%', '99.1%', '99.9%'],
    ...['2026-03-17', '2026-04-10', '2026-06-10'],
    ...['https://logs.example.com/queue', 'https://graphs.example.com/shot.png', 'https://graphs.example.com/queue'],
    ...['None so far', 'None in the other depots'],
    ...['https://docs.example.com/queue', 'https://docs.example.com/printers', 'https://docs.example.com/tools'],
    ...['Ida Berg', 'Tom Reyes', 'Lea Moss', '2026-03-18'],
  ],
  'incident-review': [
    'Parcel labels printed twice',
    'INC-20260310-001',
    '2026-03-10',
    ...['08:05', '09:25', '80 min'],
    'SEV2',
    ...['Ida Berg', 'Tom Reyes'],
    'From 08:05 to 09:25 every label was printed twice in two depots. A retry in the print queue sent jobs again that had been printed. Turning the retry off ended it.',
    '',
    ...['08:05', 'The print queue retries jobs that were printed', 'Print service'],
    ...['08:20', '+15 min', 'A depot reports double labels', 'Depot north'],
    ...['08:25', '+20 min', 'Ida Berg takes it and thinks of a printer driver', 'Ida Berg'],
    ...['08:50', '+45 min', 'The retry is turned off', 'Tom Reyes'],
    ...['09:25', '+80 min', 'One label for each of 200 jobs', 'Tom Reyes'],
    ...['10:30', '+145 min', 'Ida Berg ends it after an hour without a double label', 'Ida Berg'],
    ...['Label printing', 'Specific regions', 'Two labels for each parcel', '80 min'],
    ...['None', 'No', 'No', 'Depot managers, by phone at 08:30'],
    'The print queue counted a job as lost when the printer answered after more than 30 seconds.',
    'A new printer model answered slowly. The queue timed out, and sent each job again.',
    'The timeout was set for the old model, and nothing tested it with the new one.',
    ...['The timeout was the same for all printers', 'Both depots got the new model on the same day'],
    '',
    ...['were labels printed twice', 'The queue sent jobs again'],
    ...['did the queue send jobs again', 'It counted slow answers as lost'],
    ...['did slow answers count as lost', 'The timeout was shorter than the answer'],
    ...['did the timeout end too early', 'It was set for the old printers'],
    ...['did it stay as it was', 'No step of the rollout looks at timeouts'],
    ...['Depots called within 15 minutes', 'The retry had a switch', 'Each step was in the channel'],
    ...['A depot noticed before we did', 'The queue log had no job numbers', 'The list of contacts was old'],
    '',
    ...['Set the timeout for each printer model', 'Tom Reyes', 'P1', '2026-03-24', 'Done'],
    ...['Test the queue with slow printers', 'Ida Berg', 'P2', '2026-03-31', 'Done'],
    ...['Alert on two labels for one parcel', 'Ida Berg', 'P1', '2026-03-24', 'Done'],
    ...['Add timeouts to the rollout list', 'Lea Moss', 'P2', '2026-03-31', 'Done'],
    'The retry was turned off, and the timeout raised to two minutes, which is lasting.',
    ...['0.1% at 09:30', 'A label was printed for a test parcel, once', 'Both depots counted the same'],
    ...['0.1%', '50%', '0.1%'],
    ...['4 s', '41 s', '5 s'],
    ...['12', '24', '11'],
    ...['https://graphs.example.com/labels', 'https://logs.example.com/queue', 'https://traces.example.com/print'],
    ...['none', 'https://docs.example.com/print-queue', 'https://docs.example.com/printers'],
    ...['Ida Berg', 'Ida Berg, 2026-03-17'],
    ...['Tom Reyes', 'Tom Reyes, 2026-03-17'],
    ...['Lea Moss', 'Lea Moss, 2026-03-18'],
    'The old printers are replaced in May.',
  ],
  phased: [
    ...['INC-20260310-001', '2026-03-10', 'P1', '08:05', '09:25', '80 min'],
    'From 08:05 to 09:25 labels were printed twice in two depots',
    '2 depots with 40 packers, who had to sort out every second label',
    'A retry of print jobs that were done',
    'The retry was turned off, and the timeout was raised, which is lasting',
    'UTC',
    // A phase begins when the incident does: the first one has the start that New Post-Mortem asked for.
    ...['08:05', 'Depot north', 'Customer report'],
    ...['08:25', 'Ida Berg', 'A depot with a broken printer'],
    ...['08:30', 'Ida Berg', 'The printers were fine. The queue sent jobs again after 30 seconds.'],
    ...['08:50', 'The retry was turned off', 'Double labels went from 50% to none, and slow jobs still failed'],
    ...['09:25', 'Tom Reyes', 'The timeout was raised to two minutes'],
    ...['10:30', 'One label for each of 200 jobs', 'Labels for each parcel, for a week'],
    ...['800', '40', '5%'],
    ...['Label printing made two labels', 'Return labels came twice'],
    ...['None', '3', '2', 'None'],
    'The print queue counted a job as lost when the printer answered after more than 30 seconds.',
    ...['One timeout for all printers', 'A rollout to both depots at once'],
    'The timeout was set for the old printers, and nothing tested it with the new ones.',
    'The test of the queue had fast printers only.',
    ...['Depots called early', 'The retry had a switch', 'A switch is worth its upkeep'],
    ...['The log had no job numbers', 'The list of contacts was old', 'A rollout has to look at timeouts'],
    '',
    ...['Set the timeout for each printer model', 'Tom Reyes', '2026-03-13', 'High'],
    ...['Alert on two labels for one parcel', 'Ida Berg', '2026-04-02', 'Medium'],
    ...['Give the queue a memory of what was printed', 'Lea Moss', '2026-05-29', 'Low'],
    ...['A timeout for each model', 'One depot first', 'An alert above 1.5 labels for a parcel'],
    ...['0 min', '20 min', '80 min', '80 min'],
    ...['0%', '50%', '0%'],
    ...['4 s', '41 s', '5 s'],
    ...['99.9%', '99.1%', '99.9%'],
    ...['2026-03-17', '2026-04-10', '2026-06-10'],
    ...['https://logs.example.com/queue', 'https://graphs.example.com/shot.png', 'https://graphs.example.com/queue'],
    'none',
    ...['https://docs.example.com/queue', 'https://docs.example.com/printers', 'https://docs.example.com/tools'],
    ...['Ida Berg', 'Tom Reyes', 'Lea Moss', '2026-03-18'],
  ],
  shop: [
    'checkout refused gift cards, for all shops',
    'OUT-20260310-01',
    '2026-03-10',
    'S2',
    '2026-03-10 08:05 UTC',
    '2026-03-10 09:25 UTC',
    'Ida Berg',
    'From 08:05 to 09:25 UTC nobody could pay with a gift card. A certificate had run out.',
    '120',
    'none',
    'No',
    ...['08:05', '0 min', 'First sign', 'Ida Berg'],
    ...['08:30', '+25 min', 'The certificate is found to have run out', 'Ida Berg'],
    ...['09:10', '+65 min', 'Resolution', 'Tom Reyes'],
    ...['09:25', '+80 min', 'All clear', 'Lea Moss'],
    'The certificate of the card service ran out.',
    'Nothing renewed it, and nothing looked at how long it was still valid.',
    'Shops could take other cards',
    'The one alert went to a mailbox that nobody reads',
    ...['Renew certificates by machine', 'Tom Reyes', '2026-03-24', 'Done'],
    ...['Alert 30 days before one runs out', 'Ida Berg', '2026-03-31', 'Done'],
    ...['Lea Moss', 'Lea Moss, 2026-03-18'],
  ],
  clinic: [
    '4711',
    '2026-03-10',
    'P2',
    '1h 20m',
    'Appointments were shown an hour late',
    'A nurse',
    'The zone of the server was set back',
    'Europe/Oslo',
    ...['2026-03-10 08:05', 'A nurse'],
    ...['2026-03-10 08:20', 'A wrong clock on one screen'],
    ...['2026-03-10 09:25', 'The zone was set back'],
    ...['310', '12%', 'No'],
    'An update set the zone of the server to UTC.',
    ...['The update notes did not say so', 'No test looks at the zone'],
    ...['Screens show what the server says', 'A zone belongs into the configuration'],
    ...['Set the zone in the configuration', 'Ida Berg', '2026-03-17', 'High'],
    ...['Test the zone after each update', 'Tom Reyes', '2026-03-31', 'Medium'],
    ...['Ida Berg', 'Lea Moss', '2026-03-18'],
  ],
}

/** A template with its document. */
export interface FilledTemplate {
  readonly id: string
  readonly file: TemplateFile
  /** As somebody copies it. */
  readonly template: string
  readonly text: string
}

/** The IDs of the templates that {@link filledTemplate} knows, those of real teams where they are. */
export function filledTemplateIds(): string[] {
  return templateFiles().flatMap(({ id }) => (ANSWERS[id] ? [id] : []))
}

/** The document of somebody who filled in every placeholder of a template, and ticked what was checked. */
export async function filledTemplate(id: string): Promise<FilledTemplate> {
  const file = templateFiles().find((candidate) => candidate.id === id)
  if (!file) throw new Error(`There is no template "${id}".`)
  const answers = ANSWERS[id] ?? []
  const { body, files } = file
  const copy = `---\ntemplate: ${id}\n---\n\n${body.replace(/^# .*Template$/m, '# Post-mortem: labels printed twice')}`
  const { postMortem } = (await open(copy, { files })).view
  const places = placeholdersOf(postMortem)
  expect(answers).toHaveLength(places.length)
  const edits = places.map(({ text: _text, ...place }, index) => ({ ...place, newText: answers[index] ?? '' }))
  return { id, file, template: copy, text: applyEdits(copy, postMortem, edits).replaceAll('- [ ] ', '- [x] ') }
}

/** A placeholder of a document, and what is written in its place. */
export interface PlaceholderAnswer {
  readonly placeholder: string
  /** Empty for guidance that is only taken away. */
  readonly text: string
}

/** What is left to be written in a document that was begun from a template: known by what stands behind it in its line. */
export async function answersFor({ id, file, template }: FilledTemplate, text: string): Promise<PlaceholderAnswer[]> {
  const all = await placed(template, file.files)
  const left = await placed(text, file.files)
  let from = 0
  return left.map(({ placeholder, key }) => {
    const at = all.findIndex((candidate, index) => index >= from && candidate.key === key)
    if (at < 0) throw new Error(`Nothing is known of the placeholder ${key}`)
    from = at + 1
    return { placeholder, text: ANSWERS[id]?.[at] ?? '' }
  })
}

async function placed(text: string, files: TemplateFile['files']) {
  const { postMortem } = (await open(text, { files })).view
  return placeholdersOf(postMortem).map((place) => {
    const end = (postMortem.starts[place.section] ?? 0) + place.end
    const rest = text.slice(end).split(/\r?\n/, 1)[0] ?? ''
    return { placeholder: place.text, key: `${place.text} ${rest}` }
  })
}
