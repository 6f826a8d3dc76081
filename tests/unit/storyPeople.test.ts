import { expect, test } from 'vitest'
import { readCaretPerson } from '#components/story/editor/people.ts'
import { peopleIn, whoEdits } from '#components/story/presentPeople.ts'
import type { Presence } from '#lib/client/client.ts'

const at = (clientId: number, id: string, story: string | null, editing = false): Presence => ({
  clientId,
  user: { id, name: id[0]!.toUpperCase() + id.slice(1), colour: 1 },
  story,
  editing,
})

test('[UX15] each person in a story once, whoever writes first', () => {
  const presence = [
    at(1, 'bo', 's1'),
    at(2, 'ana', 's1'),
    at(3, 'bo', 's1', true),
    at(4, 'kim', 's2', true),
  ]
  expect(peopleIn(presence, 's1').map(({ name, editing }) => [name, editing])).toEqual([
    ['Bo', true],
    ['Ana', false],
  ])
})

test.each([
  [[], ''],
  [['ana'], 'Ana editing'],
  [['ana', 'bo'], 'Ana and Bo editing'],
  [['ana', 'bo', 'kim'], 'Ana and 2 others editing'],
])('who writes is said in words: %j', (ids, sentence) => {
  expect(
    whoEdits(
      peopleIn(
        ids.map((id, index) => at(index, id, 's1', true)),
        's1',
      ),
    ),
  ).toBe(sentence)
})

test.each([
  [
    { name: 'Ana', colour: 11 },
    { name: 'Ana', colour: 11 },
  ],
  [
    { name: '  A\u202en\na ', colour: '3' },
    { name: 'A n a', colour: 0 },
  ],
  [
    { name: 'x'.repeat(500), colour: 12 },
    { name: 'x'.repeat(40), colour: 0 },
  ],
  [
    { name: { toString: (): string => 'evil' }, colour: -1 },
    { name: 'Someone', colour: 0 },
  ],
  [null, { name: 'Someone', colour: 0 }],
  ['text', { name: 'Someone', colour: 0 }],
])(
  'what another client says about itself is only a name and a colour of the palette: %j',
  (user, person) => {
    expect(readCaretPerson(user)).toEqual(person)
  },
)
