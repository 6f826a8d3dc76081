import fc from 'fast-check'
import type { Content } from '#lib/schema/history.ts'

/** Texts for tests: few words, so that much repeats itself, and blocks with names that are in several of them. */

const WORDS = [
  'given',
  'a',
  'header',
  'comes',
  'first',
  'export',
  'the',
  'file',
  'é',
  '🦆',
  '.',
  ',',
]

const marks = fc.constantFrom<Content['marks']>(
  undefined,
  undefined,
  undefined,
  [{ type: 'bold' }],
  [{ type: 'italic' }],
  [{ type: 'bold' }, { type: 'link', attrs: { href: 'https://example.com/' } }],
)

const text: fc.Arbitrary<Content> = fc
  .tuple(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 }), marks)
  .map(([words, marked]) => ({
    type: 'text',
    text: words.join(' '),
    ...(marked && { marks: marked }),
  }))

const line = fc.oneof(
  { weight: 6, arbitrary: fc.array(text, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.tuple(text, text).map(([a, b]) => [a, { type: 'hardBreak' }, b]) },
)

const block = (type: string, attrs?: Content['attrs']) =>
  line.map((content): Content => ({ type, ...(attrs && { attrs }), content }))

const paragraph = block('paragraph')
const plain = fc.oneof(
  { weight: 5, arbitrary: paragraph },
  { weight: 1, arbitrary: block('heading', { level: 2 }) },
  { weight: 1, arbitrary: fc.constant<Content>({ type: 'horizontalRule' }) },
  {
    weight: 1,
    arbitrary: fc.array(paragraph, { minLength: 1, maxLength: 3 }).map((items): Content => ({
      type: 'bulletList',
      content: items.map((item) => ({ type: 'listItem', content: [item] })),
    })),
  },
)

const NAMES = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6']

const named = (type: string, attrs: fc.Arbitrary<object>, inside: fc.Arbitrary<Content[]>) =>
  fc
    .tuple(
      fc.shuffledSubarray(NAMES),
      fc.array(fc.tuple(attrs, inside), { minLength: 6, maxLength: 6 }),
    )
    .map(([ids, all]): Content[] =>
      ids.map((id, index) => ({
        type,
        attrs: { ...all[index]![0], id: `${type}-${id}` },
        content: all[index]![1],
      })),
    )

const clauses = fc.array(
  fc.oneof(paragraph, block('clause', { word: 'given' }), block('clause', { word: 'then' })),
  { minLength: 1, maxLength: 3 },
)

const criteria = named('criterion', fc.constant({}), clauses).map((content): Content => ({
  type: 'criteria',
  content,
}))

const questions = named(
  'question',
  fc.record({ open: fc.boolean(), blocking: fc.boolean() }),
  fc.array(paragraph, { minLength: 1, maxLength: 1 }),
).map((content): Content => ({ type: 'questions', content }))

/** Any story, as `readContent` gives it. */
export const anyContent: fc.Arbitrary<Content[]> = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: plain },
      { weight: 2, arbitrary: criteria },
      { weight: 1, arbitrary: questions },
    ),
    { maxLength: 9 },
  )
  .map(onlyOneOfEach)

/** Names are in a story once; two sections of a kind would have them twice. */
function onlyOneOfEach(content: Content[]): Content[] {
  const seen = new Set<string>()
  return content.filter(({ type }) => {
    if (type !== 'criteria' && type !== 'questions') return true
    return seen.has(type) ? false : seen.add(type)
  })
}

/** A story and what it became by a few changes: much is the same. */
export const anyTwo: fc.Arbitrary<[Content[], Content[]]> = fc.oneof(
  fc.tuple(anyContent, anyContent),
  fc
    .tuple(anyContent, anyContent, fc.array(fc.nat({ max: 20 }), { maxLength: 6 }))
    .map(([one, other, picks]): [Content[], Content[]] => {
      const after = [...one]
      for (const [turn, pick] of picks.entries()) {
        const at = pick % (after.length + 1)
        const [taken] = turn % 3 === 0 ? after.splice(at, 1) : []
        if (turn % 3 === 0 && taken && pick % 2 === 0) after.splice(pick % 3, 0, taken)
        else if (turn % 3 !== 0 && other[turn]) after.splice(at, turn % 2, other[turn])
      }
      return [one, onlyOneOfEach(after)]
    }),
)
