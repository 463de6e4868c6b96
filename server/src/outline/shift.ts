/** Moves every range of some data of an outline. */
export function shifted<T>(value: T, by: number): T {
  if (by === 0 || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((entry) => shifted(entry, by)) as T
  const moved: Record<string, unknown> = {}
  for (const [key, entry] of Object.entries(value)) {
    moved[key] = (key === 'start' || key === 'end') && typeof entry === 'number' ? entry + by : shifted(entry, by)
  }
  return moved as T
}
