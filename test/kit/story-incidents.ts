/** The incidents that the stories tell, as data; all of them are invented. */
import type { Story } from './stories.ts'

/** The incidents. */
export const STORIES: readonly Story[] = [
  {
    title: 'mail queue stuck',
    date: '2025-03-14',
    rows: [
      { clock: '09:10', text: 'the queue stops', milestone: 'started' },
      { clock: '09:25', text: 'the first ticket arrives', milestone: 'detected' },
      { clock: '09:40', text: 'Ana restarts one worker' },
      { clock: '10:20', text: 'all workers run again', milestone: 'mitigated' },
      { clock: '11:05', text: 'the queue is empty', milestone: 'resolved' },
    ],
    actions: [
      { title: 'Watch the length of the queue', owner: 'Ana Ruiz', due: '2025-04-01', status: 'open' },
      { title: 'Write down how workers are restarted', owner: 'Noor Visser', due: '2025-03-28', status: 'done' },
      { title: 'Test the limit each month', owner: 'Ana Ruiz', due: '2025-04-15', status: 'open' },
    ],
  },
  {
    title: 'search without results',
    date: '2025-05-02',
    rows: [
      { clock: '22:40', text: 'the new index goes live', milestone: 'started' },
      { clock: '23:15', text: 'support tells of empty pages', milestone: 'detected' },
      { clock: '00:05', text: 'the old index is switched on again', milestone: 'mitigated' },
      { clock: '00:50', text: 'results are complete', milestone: 'resolved' },
    ],
    actions: [
      { title: 'Refuse an index without documents', owner: 'Lee Chen', due: '2025-05-20', status: 'open' },
      { title: 'Alert on a share of empty answers', owner: 'Kim Berg', due: '2025-05-30', status: 'open' },
    ],
  },
  {
    title: 'wiki answers 502',
    date: '2024-11-19',
    rows: [
      { clock: '16:38', text: 'the pool is exhausted', milestone: 'started' },
      { clock: '16:45', text: 'the probe pages the on-call', milestone: 'detected' },
      { clock: '17:02', text: 'the limit is raised' },
      { clock: '17:10', text: 'pages load', milestone: 'resolved' },
    ],
    actions: [
      { title: 'Raise the limit in the code', owner: 'Ida Holm', due: '2024-12-02', status: 'done' },
      { title: 'Remove the old probe', owner: 'Ida Holm', due: '2024-12-09', status: 'open' },
      { title: 'Add a page about the pool', owner: 'Omar Said', due: '2024-12-16', status: 'open' },
    ],
  },
  {
    title: 'card payments refused',
    date: '2026-01-08',
    rows: [
      { clock: '07:58', text: 'a certificate expires', milestone: 'started' },
      { clock: '08:04', text: 'the share of refused cards passes 5 per cent', milestone: 'detected' },
      { clock: '08:31', text: 'the new certificate is in place in one region', milestone: 'mitigated' },
      { clock: '08:52', text: 'all regions have it', milestone: 'resolved' },
      { clock: '09:30', text: 'the partner confirms' },
    ],
    actions: [
      { title: 'Renew certificates a month ahead', owner: 'Mira Patel', due: '2026-02-01', status: 'open' },
      { title: 'List all certificates', owner: 'Mira Patel', due: '2026-01-20', status: 'done' },
    ],
  },
  {
    title: 'door readers dark',
    date: '2025-08-23',
    rows: [
      { clock: '05:12', text: 'the switch restarts', milestone: 'started' },
      { clock: '06:20', text: 'the guard calls', milestone: 'detected' },
      { clock: '06:55', text: 'readers are on the second switch', milestone: 'mitigated' },
      { clock: '13:14', text: 'the switch is replaced', milestone: 'resolved' },
    ],
    actions: [
      { title: 'Connect readers to both switches', owner: 'Tom Vik', due: '2025-09-15', status: 'open' },
      { title: 'Order a spare switch', owner: 'Tom Vik', due: '2025-09-01', status: 'done' },
      { title: 'Give the guard the number of the on-call', owner: 'Sara Lind', due: '2025-08-30', status: 'done' },
    ],
  },
  {
    title: 'exports came twice',
    date: '2025-10-27',
    rows: [
      { clock: '13:00', text: 'the job starts on two hosts', milestone: 'started' },
      { clock: '14:18', text: 'accounting finds rows twice', milestone: 'detected' },
      { clock: '14:50', text: 'one host is stopped', milestone: 'mitigated' },
      { clock: '16:05', text: 'the rows are removed', milestone: 'resolved' },
    ],
    actions: [
      { title: 'Take a lock before the job starts', owner: 'Jon Dahl', due: '2025-11-10', status: 'open' },
      { title: 'Check for rows that stand twice', owner: 'Eva Roth', due: '2025-11-03', status: 'open' },
    ],
  },
  {
    title: 'login slow in the morning',
    date: '2026-02-16',
    rows: [
      { clock: '06:45', text: 'sessions pile up', milestone: 'started' },
      { clock: '07:10', text: 'the first call', milestone: 'detected' },
      { clock: '07:35', text: 'half of the sessions are removed', milestone: 'mitigated' },
      { clock: '08:20', text: 'logins take under a second', milestone: 'resolved' },
    ],
    actions: [
      { title: 'Remove old sessions each night', owner: 'Pia Moe', due: '2026-03-02', status: 'open' },
      { title: 'Show the number of sessions on the board', owner: 'Pia Moe', due: '2026-03-09', status: 'open' },
      { title: 'Agree on a limit with the teams', owner: 'Carl Wu', due: '2026-03-20', status: 'open' },
    ],
  },
  {
    title: 'backups did not run',
    date: '2025-06-11',
    rows: [
      { clock: '01:00', text: 'the job does not start', milestone: 'started' },
      { clock: '08:45', text: 'the daily report lacks a line', milestone: 'detected' },
      { clock: '09:15', text: 'the job is started by hand', milestone: 'mitigated' },
      { clock: '15:30', text: 'the backup is complete', milestone: 'resolved' },
    ],
    actions: [
      { title: 'Alert when no backup is there at 02:30', owner: 'Rolf Berg', due: '2025-06-25', status: 'done' },
      { title: 'Restore one backup a month', owner: 'Yuki Sato', due: '2025-07-01', status: 'open' },
    ],
  },
  {
    title: 'shop shows old prices',
    date: '2025-09-05',
    rows: [
      { clock: '10:02', text: 'the cache is not emptied', milestone: 'started' },
      { clock: '10:47', text: 'a buyer asks about a price', milestone: 'detected' },
      { clock: '11:05', text: 'the cache is emptied by hand', milestone: 'mitigated' },
      { clock: '11:40', text: 'prices are right everywhere', milestone: 'resolved' },
    ],
    actions: [
      { title: 'Empty the cache in the release script', owner: 'Lena Koch', due: '2025-09-19', status: 'open' },
      { title: 'Compare ten prices after a release', owner: 'Ben Adler', due: '2025-09-26', status: 'open' },
    ],
  },
  {
    title: 'map tiles missing',
    date: '2024-12-30',
    rows: [
      { clock: '19:20', text: 'the disk is full', milestone: 'started' },
      { clock: '19:32', text: 'the alert comes', milestone: 'detected' },
      { clock: '20:15', text: 'old tiles are removed', milestone: 'mitigated' },
      { clock: '21:00', text: 'all tiles are drawn', milestone: 'resolved' },
    ],
    actions: [
      { title: 'Remove old tiles each week', owner: 'Nils Aas', due: '2025-01-13', status: 'open' },
      { title: 'Warn at 80 per cent', owner: 'Nils Aas', due: '2025-01-10', status: 'done' },
      { title: 'Move tiles to the large disk', owner: 'Grace Otieno', due: '2025-02-01', status: 'open' },
    ],
  },
  {
    title: 'messages late by hours',
    date: '2026-04-21',
    rows: [
      { clock: '11:11', text: 'the broker slows down', milestone: 'started' },
      { clock: '12:05', text: 'a team asks in the channel', milestone: 'detected' },
      { clock: '12:44', text: 'a second broker helps', milestone: 'mitigated' },
      { clock: '14:59', text: 'nothing waits any more', milestone: 'resolved' },
    ],
    actions: [
      { title: 'Measure how long a message waits', owner: 'Aya Mori', due: '2026-05-05', status: 'open' },
      { title: 'Write a page about the broker', owner: 'Paul Gray', due: '2026-05-12', status: 'open' },
    ],
  },
  {
    title: 'lift control restarts',
    date: '2025-07-17',
    rows: [
      { clock: '23:20', text: 'the first restart', milestone: 'started' },
      { clock: '23:50', text: 'the porter writes', milestone: 'detected' },
      { clock: '01:30', text: 'the old release is installed', milestone: 'mitigated' },
      { clock: '02:10', text: 'no restart for half an hour', milestone: 'resolved' },
    ],
    actions: [
      { title: 'Keep the old release for a week', owner: 'Ivo Novak', due: '2025-08-01', status: 'done' },
      { title: 'Test a release on the spare control', owner: 'Ivo Novak', due: '2025-08-15', status: 'open' },
      { title: 'Tell the porters whom to call', owner: 'Hanna Lie', due: '2025-07-31', status: 'open' },
    ],
  },
]
