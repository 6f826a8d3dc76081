import { expect, test } from 'vitest'
import { asTemplate } from '#components/story/editor/template/asTemplate.ts'
import {
  criteria,
  criterion,
  design,
  paragraph,
  question,
  questions,
  value,
} from '#tests/support/storyContent.ts'
import { open } from '#tests/support/storyEditing.ts'

test('a story becomes a template: its words and sections, its questions open, without what is its own', () => {
  const { doc } = open(
    value(paragraph('As a publisher')),
    criteria(criterion('One', criteria(criterion('and two')))),
    questions(question('Which?', { open: false }, 'All of them.')),
    design(true, { type: 'image', attrs: { caption: 'A map' } }),
    paragraph('Details'),
    { type: 'attachment', attrs: { name: 'Plan.pdf' } },
  )
  expect(asTemplate(doc).split('\n').filter(Boolean)).toEqual([
    '## Customer value',
    'As a publisher',
    '## Acceptance criteria',
    '1. One',
    '   1. and two',
    '## Open questions',
    '- [ ] Which?',
    'Details',
  ])
  expect(asTemplate(open({ type: 'image', attrs: {} }, paragraph()).doc)).toBe('')
})
