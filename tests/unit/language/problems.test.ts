import { describe, expect, test } from 'vitest'
import { problemText } from '#components/language/problemText.ts'
import { LANGUAGES } from '#lib/language/languages.ts'
import { FAILURE_CODES, FAILURE_DETAILS } from '#lib/schema/failure.ts'
import { createLimits } from '#server/auth/limits.ts'
import { checkPerson } from '#server/auth/person.ts'
import { fileNotFound, refusals } from '#server/files/refusals.ts'
import { storyNotFound } from '#server/api/source.ts'
import { workspaceNotFound } from '#server/api/guards.ts'
import { becomeGerman } from '#tests/support/germanPage.ts'
import { checkSaid } from '#tests/support/saidInEnglish.ts'
import { messagesOf, textsIn } from '#tests/support/texts.ts'

becomeGerman()
const german = textsIn('de', 'problems')
const ana = { name: 'Ana', email: 'ana@example.com', password: 'four random words' }

test.each(LANGUAGES)('[HTTP11] %s says every code and every detail, and no other', (language) => {
  const { codes, details } = messagesOf(language).problems
  expect(Object.keys(codes).sort()).toEqual([...FAILURE_CODES].sort())
  expect(Object.keys(details).sort()).toEqual([...FAILURE_DETAILS].sort())
})

describe('what the server says', () => {
  const person = (change: Partial<typeof ana>) => checkPerson({ ...ana, ...change })

  test.each([
    person({ name: ' ' }),
    person({ name: 'A'.repeat(1200) }),
    person({ email: '' }),
    person({ email: 'ana' }),
    person({ password: 'short' }),
    person({ password: 'four random words '.repeat(100) }),
    person({ password: ana.email }),
    person({ password: 'password1234' }),
    workspaceNotFound,
    storyNotFound,
    fileNotFound,
    refusals.tooLarge('a.mov', 30e6, 25e6),
    refusals.tooLarge('a.mov', null, 25e6),
    refusals.tooManyPixels('a.png', 20_000, 30_000, 50e6),
    refusals.empty('a.txt'),
    refusals.storyFull('a.png', 200),
    refusals.workspaceFull('a.png', 4.2e6, 1e9),
    refusals.taken('a.png'),
    refusals.broken('a.png'),
    refusals.inTrash,
    refusals.unavailable,
    refusals.badId,
    refusals.badName,
  ])('[HTTP11] is what its name and values say', (failure) => {
    if (failure.ok) throw new Error('taken')
    expect(failure.detail).toBeDefined()
    checkSaid({ error: failure })
  })

  test('[HTTP11] so is how long to wait', async () => {
    const { setupCode } = createLimits()
    let failure = null
    while (failure === null) failure = await setupCode.take('a')
    checkSaid({ error: failure })
    expect(problemText(german, failure)).toMatch(/ 15 Minuten noch einmal\.$/)
  })
})

describe('a German page', () => {
  const said = (failure: object) =>
    problemText(german, { code: 'invalid', message: 'In English.', ...failure })

  test('[HTTP11] says a failure as closely as the server, with numbers as they are written here', () => {
    expect(said(refusals.tooLarge('a.mov', 4.2e9, 25e6))).toMatch(
      /^„a\.mov“ hat 4,2 GB, mehr als die 25 MB, die eine Datei haben darf\./,
    )
    expect(said({ detail: 'passwordTooLong', values: { most: 1000, characters: 1800 } })).toBe(
      'Ein Passwort hat höchstens 1.000 Zeichen; dieses hat 1.800.',
    )
  })

  test('[HTTP11] says what it does not know by the code, and a code that it does not know as the server does', () => {
    expect(said({ code: 'noRoom', detail: 'ofALaterVersion' })).toMatch(/^Dafür ist kein Platz/)
    expect(said({ code: 'ofALaterVersion' })).toBe('In English.')
  })

  test('[HTTP11] says what a rule of the workspace refused, and whom to ask', () => {
    const refusal = { code: 'notAllowed', action: 'administer', who: ['Ana'] }
    expect(said({ code: 'notAllowed', refusal })).toBe(
      'Das können nur Inhaber und Admins. Frag Ana.',
    )
  })

  test('says that there was no answer, or none of Sluice', () => {
    expect(said({ code: 'unreachable' })).toMatch(/^Der Server ist nicht erreichbar/)
    expect(said({ code: 'http502' })).toContain('(502)')
  })
})
