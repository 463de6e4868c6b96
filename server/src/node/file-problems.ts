/** What can be wrong with a file, in words for a person. */

/** A file that is there and is not read; the message says why. */
export class UnreadableFile extends Error {
  readonly reason: 'kind' | 'place' | 'size' | 'time' | 'encoding'

  constructor(reason: UnreadableFile['reason'], message: string) {
    super(message)
    this.reason = reason
  }
}

/** What an error says: our own speak for themselves, those of the file system do not. */
export function messageOf(error: unknown): string {
  return error instanceof Error && !('code' in error) ? error.message : reasonOf(error)
}

/** What an error of reading or writing a file says, for a person. */
export function reasonOf(error: unknown): string {
  if (error instanceof UnreadableFile) return error.message
  const { code, path } = (error instanceof Error ? error : {}) as NodeJS.ErrnoException
  // A name of other bytes than UTF-8 is given to us with this character, by which there is no file.
  if (code === 'ENOENT' && path?.includes('\uFFFD')) return 'its name is not UTF-8'
  return REASONS[code ?? ''] ?? code ?? String(error)
}

/** Whether an error says that there is no such file. */
export function isAbsence(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG' || code.startsWith('ERR_INVALID_')
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'there is no such file or folder',
  ENAMETOOLONG: 'its name is too long',
  EACCES: 'no permission',
  EPERM: 'no permission',
  EAGAIN: 'it is in use, or has nothing to be read now',
  EEXIST: 'a file is in the way',
  EISDIR: 'it is a folder',
  ELOOP: 'its links lead in a circle',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
}
