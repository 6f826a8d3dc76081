import { NAME_MAX, sizeInWords } from '#lib/files/names.ts'
import { emptySentence, tooLargeSentence } from '#lib/files/sentences.ts'
import { type Failure, fail } from '#server/auth/failure.ts'

const KEPT = 'Nothing was stored.'

/** The refusals of files, as sentences that name the file, what it is and what is allowed (FI6). */
export const refusals = {
  tooLarge: (name: string, size: number | null, most: number): Failure =>
    fail('tooLarge', tooLargeSentence(name, size, most)),
  tooManyPixels: (name: string, width: number, height: number, most: number): Failure =>
    fail(
      'tooLarge',
      `“${name}” says that it has ${width} × ${height} pixels, more than the ${most / 1e6} million that a picture may have. ${KEPT} Scale it down.`,
    ),
  empty: (name: string): Failure => fail('invalid', emptySentence(name)),
  storyFull: (name: string, most: number): Failure =>
    fail(
      'noRoom',
      `The story has ${most} files, as many as it may have, so “${name}” does not fit. ${KEPT} Remove files that are not needed any more.`,
    ),
  workspaceFull: (name: string, size: number, most: number): Failure =>
    fail(
      'noRoom',
      `“${name}” has ${sizeInWords(size)}, and the workspace's files would take more than the ${sizeInWords(most)} that they may. ${KEPT} Whoever runs Sluice can raise the limit.`,
    ),
  taken: (name: string): Failure =>
    fail(
      'fileTaken',
      `Another file was sent under the id of “${name}” before. ${KEPT} Send it under a new id.`,
    ),
  broken: (name: string): Failure =>
    fail(
      'malformed',
      `“${name}” did not arrive whole: the connection broke. ${KEPT} Send it again.`,
    ),
  inTrash: fail(
    'notAllowed',
    `The story is in the trash, where nothing is written. ${KEPT} Restore it first.`,
  ),
  unavailable: {
    ...fail(
      'unavailable',
      `The store of files does not answer at the moment. ${KEPT} Try again soon.`,
    ),
    retryAfter: 5,
  } satisfies Failure,
  noSuchPart: fail('rangeNotSatisfiable', 'The file has no such part. Ask for one inside it.'),
  badId: fail(
    'invalid',
    'The id of a file has 16 to 64 letters, digits, "-" and "_". Nothing was stored.',
    'file',
  ),
  badName: fail(
    'invalid',
    `"name" must be the file's name, of at most ${NAME_MAX} characters. Nothing was stored.`,
    'name',
  ),
} as const

export const fileNotFound = fail('notFound', 'There is no such file in this story.')
