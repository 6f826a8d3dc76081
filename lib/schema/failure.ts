/** The codes of every "no" of the HTTP API. They are stable: programs rely on them, and none changes its meaning. */
export const FAILURE_CODES = [
  'malformed',
  'invalid',
  'signedOut',
  'tokenInvalid',
  'sessionNeeded',
  'wrongCredentials',
  'wrongPassword',
  'setupCodeWrong',
  'originRefused',
  'notAllowed',
  'notFound',
  'invitationNotFound',
  'invitationExpired',
  'invitationUsedUp',
  'invitationRevoked',
  'emailTaken',
  'setupDone',
  'tooLarge',
  'noRoom',
  'fileTaken',
  'rangeNotSatisfiable',
  'notJson',
  'tooManyTries',
  'internal',
  'unavailable',
] as const
export type FailureCode = (typeof FAILURE_CODES)[number]

/**
 * What happened more closely than a code says: one name for each sentence that the server has, so that a page says the same
 * in its language. More may come with every version; whoever does not know one goes by the code.
 */
export const FAILURE_DETAILS = [
  // What people type.
  'nameMissing',
  'nameTooLong',
  'emailMissing',
  'emailMalformed',
  'passwordTooShort',
  'passwordTooLong',
  'passwordIsEmail',
  'passwordGuessed',
  'setupCodeMissing',
  'zoneUnknown',
  'tooManyTokens',
  'tryInSeconds',
  'tryInMinutes',
  // Who they are, once something was made.
  'personMissing',
  'setUpSignInLater',
  'joinedSignInLater',
  'joinedOpenLater',
  // What is not there.
  'noSuchAddress',
  'noSuchWorkspace',
  'noSuchStory',
  'noSuchFile',
  'noSuchList',
  'noSuchVersion',
  'noSuchSession',
  'noSuchDevice',
  'sessionWithoutDate',
  // Files.
  'fileTooLarge',
  'pictureTooLarge',
  'fileEmpty',
  'storyFull',
  'workspaceFull',
  'fileIdTaken',
  'fileBroken',
  'storyInTrash',
  'filesUnavailable',
  'fileIdUnfit',
  'fileNameUnfit',
  // What a program, or an address that was changed by hand, asks for.
  'requestTooLarge',
  'commandTooLong',
  'commandMalformed',
  'notUtf8',
  'originForeign',
  'originMissing',
  'fieldMissing',
  'fieldOfType',
  'fieldUnknown',
  'fieldOneOf',
  'fieldAtLeast',
  'fieldAtMost',
  'searchTooLong',
  'numberBetween',
  'numberFrom',
  'notATime',
  'untilBeforeSince',
  'notAPerson',
  'typeUnknown',
  'notAPage',
] as const
export type FailureDetail = (typeof FAILURE_DETAILS)[number]

/** What stands in the sentence of a detail. Sizes (`size`, `most` of files) are bytes. */
export type FailureValues = Readonly<Record<string, string | number>>

/** A failure as it came over the wire: codes and names may be those of a newer server. */
export interface WireFailure {
  readonly code: string
  readonly message: string
  readonly field: string | null
  readonly detail?: string
  readonly values?: FailureValues
  readonly refusal?: WireRefusal
}

interface WireRefusal {
  readonly code: string
  readonly action?: string
  readonly who: readonly string[]
  readonly isManaged?: true
}

/** Reads the body of an answer that is a "no"; null: it is none of Sluice's. */
export function readProblem(body: unknown): WireFailure | null {
  const error = (body as { error?: Partial<WireFailure> } | null)?.error
  if (typeof error?.message !== 'string' || typeof error.code !== 'string') return null
  const { code, message, field, detail, values, refusal } = error
  return {
    code,
    message,
    field: typeof field === 'string' ? field : null,
    ...(typeof detail === 'string' ? { detail } : {}),
    ...(values ? { values } : {}),
    ...(refusal ? { refusal } : {}),
  }
}
