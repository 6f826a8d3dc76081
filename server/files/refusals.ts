import { NAME_MAX, sizeInWords } from '#lib/files/names.ts'
import { type Failure, fail } from '#server/auth/failure.ts'

const KEPT = 'Nothing was stored.'

/** The refusals of files, as sentences that name the file, what it is and what is allowed (FI6). */
export const refusals = {
  /** `size` in bytes, null when it was not heard to the end. */
  tooLarge: (name: string, size: number | null, most: number): Failure => {
    const is = size === null ? 'is' : `has ${sizeInWords(size)},`
    return fail(
      'tooLarge',
      `“${name}” ${is} more than the ${sizeInWords(most)} that one file may have. ${KEPT} Make it smaller, or link to it.`,
      { detail: 'fileTooLarge', values: { name, size: size ?? 'unknown', most } },
    )
  },
  tooManyPixels: (name: string, width: number, height: number, most: number): Failure => {
    const millions = most / 1e6
    return fail(
      'tooLarge',
      `“${name}” says that it has ${width} × ${height} pixels, more than the ${millions} million that a picture may have. ${KEPT} Scale it down.`,
      {
        detail: 'pictureTooLarge',
        values: { name, width: String(width), height: String(height), millions },
      },
    )
  },
  empty: (name: string): Failure =>
    fail('invalid', `“${name}” is empty. ${KEPT} Choose the file again.`, {
      detail: 'fileEmpty',
      values: { name },
    }),
  storyFull: (name: string, most: number): Failure =>
    fail(
      'noRoom',
      `The story has ${most} files, as many as it may have, so “${name}” does not fit. ${KEPT} Remove files that are not needed any more.`,
      { detail: 'storyFull', values: { name, most } },
    ),
  workspaceFull: (name: string, size: number, most: number): Failure =>
    fail(
      'noRoom',
      `“${name}” has ${sizeInWords(size)}, and the workspace's files would take more than the ${sizeInWords(most)} that they may. ${KEPT} Whoever runs Sluice can raise the limit.`,
      { detail: 'workspaceFull', values: { name, size, most } },
    ),
  taken: (name: string): Failure =>
    fail(
      'fileTaken',
      `Another file was sent under the id of “${name}” before. ${KEPT} Send it under a new id.`,
      { detail: 'fileIdTaken', values: { name } },
    ),
  broken: (name: string): Failure =>
    fail(
      'malformed',
      `“${name}” did not arrive whole: the connection broke. ${KEPT} Send it again.`,
      { detail: 'fileBroken', values: { name } },
    ),
  inTrash: fail(
    'notAllowed',
    `The story is in the trash, where nothing is written. ${KEPT} Restore it first.`,
    { detail: 'storyInTrash' },
  ),
  unavailable: fail(
    'unavailable',
    `The store of files does not answer at the moment. ${KEPT} Try again soon.`,
    { detail: 'filesUnavailable', retryAfter: 5 },
  ),
  noSuchPart: fail('rangeNotSatisfiable', 'The file has no such part. Ask for one inside it.'),
  badId: fail('invalid', `The id of a file has 16 to 64 letters, digits, "-" and "_". ${KEPT}`, {
    field: 'file',
    detail: 'fileIdUnfit',
  }),
  badName: fail(
    'invalid',
    `"name" must be the file's name, of at most ${NAME_MAX} characters. ${KEPT}`,
    { field: 'name', detail: 'fileNameUnfit', values: { most: NAME_MAX } },
  ),
} as const

export const fileNotFound = fail('notFound', 'There is no such file in this story.', {
  detail: 'noSuchFile',
})
