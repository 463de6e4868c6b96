/** Resident memory of processes, its threads included. */
import { readFileSync } from 'node:fs'

/** Bytes in physical memory. */
export interface Memory {
  readonly now: number
  /** The most since it started. */
  readonly peak: number
}

/** Of a process that runs, null where the system does not tell (only Linux does, in /proc) or it has ended. */
export function memoryOf(pid: number | undefined): Memory | null {
  let status: string
  try {
    status = readFileSync(`/proc/${pid}/status`, 'utf8')
  } catch {
    return null
  }
  const bytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) * 1024
  const [now, peak] = [bytes('VmRSS'), bytes('VmHWM')]
  return Number.isNaN(now) || Number.isNaN(peak) ? null : { now, peak }
}
