/**
 * All of the command line that needs the parser or the rules: a bundle of its own, which is loaded when it is first
 * needed. Each thread that reads files runs it, too.
 */
import { readForOthers } from '../node/reading-thread.ts'
import { isReadingThread } from '../node/reading-threads.ts'

export { readHere } from '../node/reading-thread.ts'
export { RULES, withFacts } from '../service.ts'
export { groupActions, listActions } from '../workspace/overview/actions.ts'
export { addDays, today } from '../workspace/overview/days.ts'
export { groupIncidents, listIncidents } from '../workspace/overview/incidents.ts'
export { runExplain } from './commands/explain.ts'
export { runInspect } from './commands/inspect.ts'
export { runRules } from './commands/list-rules.ts'
export { runTemplateCheck } from './commands/template-check.ts'
export { startService } from './start-service.ts'

if (isReadingThread()) readForOthers()
