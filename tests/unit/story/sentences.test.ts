import { expect, test } from 'vitest'
import { goneSentence, noticeSentence } from '#components/story/storySentences.ts'
import { refuse } from '#lib/domain/refusal.ts'
import { textsIn } from '#tests/support/texts.ts'

const WRITING = refuse('notAllowed', 'Only the people of Web can change its stories. Ask Ana.')
const LEFT = { code: 'mayOnlyRead', wasWritable: true, writing: WRITING, isLeft: true } as const

test('[I5] why a story cannot be edited, whom to ask and what is kept are one text', () => {
  expect(noticeSentence(textsIn('en', 'story.standing.notice'), LEFT)).toBe(
    'You may read this story but not change it any more. Only the people of Web can change its stories. Ask Ana. What you typed last was not saved; it is kept on this device.',
  )
  const only = { ...LEFT, wasWritable: false, writing: null, isLeft: false }
  expect(noticeSentence(textsIn('en', 'story.standing.notice'), only)).toBe(
    'You may read this story but not change it.',
  )
})

test('[I5] why the server did not take an edit is said by its code, and as it said it where that is not known', () => {
  const said = (code: string) =>
    noticeSentence(textsIn('en', 'story.standing.notice'), {
      code: 'refusedEdit',
      edit: { code, message: 'Too much.' },
    })
  expect(said('readOnly')).toMatch(/^You may read this, but not change it, so this edit/)
  expect(said('ofALaterVersion')).toBe('Too much.')
})

test('[I5] a story that is gone says why, and that what was typed is kept only where something was', () => {
  const english = textsIn('en', 'story.standing.gone')
  const why = {
    code: 'notCaptured',
    title: 'Mine',
    refusal: refuse('idTaken', 'It exists.'),
  } as const
  expect(goneSentence(english, why, false)).toBe('"Mine" was not captured. It exists.')
  expect(goneSentence(english, { code: 'notThere' }, true)).toBe(
    'This story does not exist, or you cannot see it. What you typed here and was not saved yet is kept on this device.',
  )
  expect(goneSentence(textsIn('de', 'story.standing.gone'), { code: 'inTrash' }, false)).toBe(
    'Diese Story ist im Papierkorb oder für dich nicht mehr sichtbar. Ist sie wiederhergestellt, kannst du weiterschreiben.',
  )
})
