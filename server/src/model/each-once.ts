/**
 * What is read of the elements of a list (sections, rows of a timeline), one by one: of a list that differs from an
 * earlier one in a few elements only these are read, and nothing is paid for the others but a comparison.
 */

/** What was read of a list, and with what. */
interface Pass<K, A, T> {
  readonly items: readonly K[]
  readonly given: A
  readonly values: readonly (readonly T[])[]
  /** All of them in one list. */
  readonly all: readonly T[]
}

/**
 * What is read of every element, in order, as one list: the same list as before where nothing new was found. Elements
 * never change; an element stands once in a list.
 * @param says what tells two readings apart, for a list that is to stay the same where both say the same
 */
export function eachOnce<K extends object, A extends readonly unknown[], T>(
  read: (item: K, ...given: A) => readonly T[],
  says?: (value: T) => string,
): (items: readonly K[], ...given: A) => readonly T[] {
  const pass = passes((items: readonly K[], index, given: A) => read(items[index] as K, ...given), 0, says)
  return (items, ...given) => pass(items, given, undefined)
}

/**
 * The same for a reading that takes what the elements stand in as well: of that it may look only at what belongs to the
 * element, and is the same as long as the element is.
 */
export function eachOnceWithin<K extends object, W, T>(
  read: (item: K, index: number, whole: W) => readonly T[],
): (items: readonly K[], whole: W) => readonly T[] {
  const pass = passes((items: readonly K[], index, _: [], whole: W) => read(items[index] as K, index, whole), 0)
  return (items, whole) => pass(items, [], whole)
}

/** The same for a reading that looks at the element before as well; undefined for the first. */
export function eachPairOnce<K extends object, A extends readonly unknown[], T>(
  read: (item: K, before: K | undefined, ...given: A) => readonly T[],
): (items: readonly K[], ...given: A) => readonly T[] {
  const pass = passes((items: readonly K[], index, given: A) => read(items[index] as K, items[index - 1], ...given), 1)
  return (items, ...given) => pass(items, given, undefined)
}

/** @param behind how many elements behind a changed one have to be read again as well */
function passes<K extends object, A extends readonly unknown[], T, W>(
  readAt: (items: readonly K[], index: number, given: A, whole: W) => readonly T[],
  behind: number,
  says?: (value: T) => string,
): (items: readonly K[], given: A, whole: W) => readonly T[] {
  /** By the first and by the last element: where one of the two is another the other is mostly not. */
  const known = new WeakMap<K, Pass<K, A, T>>()
  return (items, given, whole) => {
    const first = items[0]
    const last = items.at(-1)
    if (!first || !last) return []
    const found = known.get(first) ?? known.get(last)
    const before = found && isSame(found.given, given) ? found : NOTHING
    if (before.items === items) return before.all
    const pass = passOver(items, before, behind, says, (index) => readAt(items, index, given, whole))
    const now = { ...pass, given }
    known.set(first, now)
    known.set(last, now)
    return pass.all
  }
}

const NOTHING: Pass<never, never, never> = { items: [], given: [] as never, values: [], all: [] }

function passOver<K, T>(
  items: readonly K[],
  before: Pass<K, unknown, T>,
  behind: number,
  says: ((value: T) => string) | undefined,
  readAt: (index: number) => readonly T[],
): Omit<Pass<K, unknown, T>, 'given'> {
  const least = Math.min(items.length, before.items.length)
  let same = 0
  while (same < least && items[same] === before.items[same]) same++
  let tail = 0
  while (tail < least - same && items[items.length - 1 - tail] === before.items[before.items.length - 1 - tail]) tail++
  // What stands first behind a change has another before it.
  if (same < items.length || same < before.items.length) tail = Math.max(0, tail - behind)
  const replaced = before.values.slice(same, before.values.length - tail)
  const changed: (readonly T[])[] = []
  for (let index = same; index < items.length - tail; index++) {
    // Changed in several places at once: between them elements stand where they stood, from the front or from behind.
    const at = [index, index + before.items.length - items.length].find((other) =>
      isAlike(items, index, before.items, other, behind),
    )
    const value = (at === undefined ? undefined : before.values[at]) ?? readAt(index)
    const old = replaced[index - same]
    changed.push(old && says && saysSame(value, old, says) ? old : value)
  }
  const values = [...before.values.slice(0, same), ...changed, ...before.values.slice(before.values.length - tail)]
  const isEqual = changed.length === replaced.length && changed.every((value, index) => value === replaced[index])
  const isAsBefore = isEqual || [...changed, ...replaced].every((value) => value.length === 0)
  return { items, values, all: isAsBefore && before !== NOTHING ? before.all : values.flat() }
}

function isAlike<K>(items: readonly K[], index: number, old: readonly K[], at: number, behind: number): boolean {
  return old[at] === items[index] && (behind === 0 || old[at - 1] === items[index - 1])
}

function saysSame<T>(one: readonly T[], other: readonly T[], says: (value: T) => string): boolean {
  return one.length === other.length && one.every((value, index) => says(value) === says(other[index] as T))
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  for (let index = 0; index < one.length; index++) if (one[index] !== other[index]) return false
  return true
}
