import type { EditorView } from '@tiptap/pm/view'
import { describe, expect, test } from 'vitest'
import { around } from '#components/story/editor/around.ts'
import { moveBlock, placeBeside } from '#components/story/editor/move.ts'
import { changeQuestion, givenTo, toAnswer } from '#components/story/editor/questions/change.ts'
import {
  backspaceInQuestion,
  deleteInQuestion,
  enterInQuestion,
} from '#components/story/editor/questions/lines.ts'
import { insertSection } from '#components/story/editor/sections/insert.ts'
import {
  backspaceBehindSection,
  backspaceInSection,
  deleteBeforeSection,
  enterInSection,
} from '#components/story/editor/sections/lines.ts'
import { must } from '#lib/domain/must.ts'
import type { Section } from '#lib/doc/sectionNames.ts'
import {
  criteria,
  criterion,
  design,
  named,
  paragraph,
  question,
  questions,
  value,
} from '#tests/support/storyContent.ts'
import { ids, open, press, show } from '#tests/support/storyEditing.ts'

type Content = Parameters<typeof open>

describe('Enter in a question', () => {
  const enter = (...content: Content) => press(open(...content), enterInQuestion('ana'))

  test('asks the next one: by me, blocking, and nobody owns it', () => {
    const after = enter(questions(named('q', question('Which?|', { owner: 'bo', asker: 'bo' }))))
    expect(show(after)).toEqual(['questions', '  ?@bo Which?', '  ! |'])
    expect(after?.doc.firstChild?.lastChild?.attrs).toEqual({
      id: expect.stringMatching(/^[a-z0-9]{12}$/),
      asker: 'ana',
      blocking: true,
      owner: null,
      open: true,
    })
    expect(ids(after)[0]).toBe('q')
  })

  test('the answer stays with the words in front of the caret', () => {
    expect(show(enter(questions(question('One?| Two?', {}, 'Yes'))))).toEqual([
      'questions',
      '  ? One?',
      '  answer',
      '    Yes',
      '  ! | Two?',
    ])
  })

  test('on an empty one leads out, or takes the section away', () => {
    expect(show(enter(questions(question('Q'), question('|'))))).toEqual([
      'questions',
      '  ? Q',
      '|',
    ])
    expect(show(enter(questions(question('|'))))).toEqual(['|'])
    const between = ['questions', '  ? |', '  ? Q']
    expect(show(enter(questions(question('|'), question('Q'))))).toEqual(between)
  })

  test('on the empty last line of an answer asks the next one', () => {
    const answer = { type: 'answer', content: [paragraph('Yes'), paragraph('|')] }
    const asked = { type: 'question', content: [paragraph('Q'), answer] }
    expect(show(enter(questions(asked)))).toEqual([
      'questions',
      '  ? Q',
      '  answer',
      '    Yes',
      '  ! |',
    ])
    expect(show(enter(questions(question('Q', {}, '|'))))).toEqual(['questions', '  ? Q', '  ! |'])
  })

  test('in an answer is the text’s own', () => {
    expect(enter(questions(question('Q', {}, 'Yes|')))).toBeNull()
  })
})

describe('Backspace and Delete around questions', () => {
  const back = (...content: Content) => show(press(open(...content), backspaceInQuestion))
  const del = (...content: Content) => show(press(open(...content), deleteInQuestion))

  test('an empty question goes, with the only one its section', () => {
    expect(back(questions(question('Q'), question('|')))).toEqual(['questions', '  ? Q|'])
    expect(back(questions(question('|')), paragraph('D'))).toEqual(['|', 'D'])
  })

  test('two questions never become one', () => {
    const lines = ['questions', '  ? A|', '  ? B']
    expect(back(questions(question('A'), question('|B')))).toEqual(lines)
    expect(del(questions(question('A|'), question('B')))).toEqual(lines)
    expect(del(questions(question('A|'), question('')))).toEqual(['questions', '  ? A|'])
  })

  test('an empty answer goes, another is left; the caret is behind the question', () => {
    expect(back(questions(question('A', {}, '|')))).toEqual(['questions', '  ? A|'])
    const kept = ['questions', '  ? A|', '  answer', '    Yes']
    expect(back(questions(question('A', {}, '|Yes')))).toEqual(kept)
  })
})

describe('what is said about a question', () => {
  const inQuestion = (...content: Content) => {
    const state = open(...content)
    return { state, found: must(around(state.selection.$from, 'question'), 'a question') }
  }

  test('blocking, its owner and its standing change, and nothing else does', () => {
    const { state, found } = inQuestion(questions(named('q', question('Q|', { asker: 'ana' }))))
    const after = state.apply(changeQuestion(state, found, { blocking: true, owner: 'bo' }))
    expect(after.doc.firstChild?.firstChild?.attrs).toEqual({
      id: 'q',
      asker: 'ana',
      blocking: true,
      owner: 'bo',
      open: true,
    })
  })

  test('answered, the caret goes on into an empty line, so that it can fold; reopened it stays', () => {
    const { state, found } = inQuestion(questions(question('A|')), paragraph())
    const after = state.apply(changeQuestion(state, found, { open: false }))
    expect(show(after)).toEqual(['questions', '  ✓ A', '|'])
    const answered = inQuestion(questions(question('A|', { open: false })))
    const open_ = changeQuestion(answered.state, answered.found, { open: true })
    expect(show(answered.state.apply(open_))).toEqual(['questions', '  ? A|'])
  })

  test.each([
    ['another question', [questions(question('A|', {}, 'Yes'), question('B'))], ['  ? B']],
    [
      'an empty one',
      [questions(question('A|', {}, 'Yes'), question('')), paragraph()],
      ['  ? ', ''],
    ],
    ['words', [questions(question('A|', {}, 'Yes')), paragraph('D')], ['D']],
    ['nothing', [questions(question('A', {}, 'Y|es'))], []],
  ])('answered in front of %s, the caret is behind the answer', (_what, content, behind) => {
    const { state, found } = inQuestion(...content)
    const after = state.apply(changeQuestion(state, found, { open: false }))
    expect(show(after)).toEqual(['questions', '  ✓ A', '  answer', '    Yes|', ...behind])
  })

  test('answered, empty lines at the end of the answer go, and an answer that is nothing else', () => {
    const lines = (...words: string[]) => ({
      type: 'question',
      content: [paragraph('A'), { type: 'answer', content: words.map((line) => paragraph(line)) }],
    })
    const answered = (...content: Content) => {
      const { state, found } = inQuestion(...content)
      return show(state.apply(changeQuestion(state, found, { open: false })))
    }
    expect(answered(questions(lines('Yes', '', 'but later', '', '|')))).toEqual([
      'questions',
      '  ✓ A',
      '  answer',
      '    Yes',
      '    ',
      '    but later|',
    ])
    expect(answered(questions(lines('', '|')), paragraph())).toEqual(['questions', '  ✓ A', '|'])
  })

  test('answered behind other words without an answer, the caret stays with its own', () => {
    const { state, found } = inQuestion(paragraph('Before'), questions(question('|A')))
    const after = state.apply(changeQuestion(state, found, { open: false }))
    expect(show(after)).toEqual(['Before', 'questions', '  ✓ A|'])
  })

  test('an answer is made once, and found again', () => {
    const { state, found } = inQuestion(questions(question('A|')))
    const first = state.apply(toAnswer(state, found))
    expect(show(first)).toEqual(['questions', '  ? A', '  answer', '    |'])
    const again = inQuestion(questions(question('A|', {}, 'Yes')))
    expect(show(again.state.apply(toAnswer(again.state, again.found)))).toEqual([
      'questions',
      '  ? A',
      '  answer',
      '    Yes|',
    ])
  })
})

describe('sections', () => {
  const insert = (kind: Section, ...content: Content) => {
    const state = open(...content)
    return show(state.apply(insertSection(state, kind, 'ana')))
  }

  test('the first one comes behind what is written, ahead of the empty line that waits there', () => {
    const details = paragraph('Details')
    expect(insert('criteria', details)).toEqual(['Details', 'criteria', '  1 |'])
    expect(insert('criteria', details, paragraph())).toEqual(['Details', 'criteria', '  1 |', ''])
    expect(insert('questions', paragraph())).toEqual(['questions', '  ! |', ''])
  })

  test('each goes to its place: value, criteria, questions, design, then the details', () => {
    const details = paragraph('Details')
    expect(insert('customerValue', criteria(criterion('A')), details)).toEqual([
      'customerValue',
      '  |',
      'criteria',
      '  1 A',
      'Details',
    ])
    expect(insert('questions', value(paragraph('V')), design(true, paragraph('D')))).toEqual([
      'customerValue',
      '  V',
      'questions',
      '  ! |',
      'design',
      '  D',
    ])
    expect(insert('design', paragraph('Before'), value(paragraph('V')), details)).toEqual([
      'Before',
      'customerValue',
      '  V',
      'design',
      '  |',
      'Details',
    ])
  })

  test('two empty lines lead on, into a blank section that follows or a new line, never in front of words', () => {
    const two = [paragraph('V'), paragraph('|')]
    const on = (...after: Content) => show(press(open(value(...two), ...after), enterInSection))
    expect(on(criteria(criterion('')))).toEqual(['customerValue', '  V', 'criteria', '  1 |'])
    const behind = ['customerValue', '  V', '|', 'criteria', '  1 A']
    expect(on(criteria(criterion('A')))).toEqual(behind)
    expect(on(paragraph())).toEqual(['customerValue', '  V', '|'])
    expect(on()).toEqual(['customerValue', '  V', '|'])
    expect(press(open(value(paragraph('|'))), enterInSection)).toBeNull()
  })

  test('Backspace takes an empty section away, and leaves one with words alone', () => {
    const back = (...content: Content) => show(press(open(...content), backspaceInSection))
    expect(back(value(paragraph('|')), paragraph('D'))).toEqual(['|', 'D'])
    expect(back(value(paragraph('|V')))).toEqual(['customerValue', '  |V'])
  })

  test('neither Backspace behind a section nor Delete in front of it harms it', () => {
    const state = open(criteria(criterion('A')), paragraph('|D'))
    expect(show(press(state, backspaceBehindSection))).toEqual(['criteria', '  1 A|', 'D'])
    const empty = open(criteria(criterion('A')), paragraph('|'), paragraph('D'))
    expect(show(press(empty, backspaceBehindSection))).toEqual(['criteria', '  1 A|', 'D'])
    const ahead = open(paragraph('|'), criteria(criterion('A')))
    expect(show(press(ahead, deleteBeforeSection))).toEqual(['criteria', '  1 |A'])
    const words = open(paragraph('W|'), criteria(criterion('A')))
    expect(show(press(words, deleteBeforeSection))).toEqual(['W|', 'criteria', '  1 A'])
  })
})

describe('moving', () => {
  /** Moves the block at the caret one step, as the keys do. */
  const step = (way: 'up' | 'down', ...content: Content) => {
    let state = open(...content)
    const block = must(around(state.selection.$from, 'criterion', 'question'), 'a block')
    const to = placeBeside(state.doc, block.pos, way)
    if (to === null) return null
    const view = {
      get state() {
        return state
      },
      dispatch: (tr: typeof state.tr) => {
        state = state.apply(tr)
      },
    }
    moveBlock(view as unknown as EditorView, block.pos, to)
    return state
  }

  test('one step up or down, with what is nested in it, its id and the caret', () => {
    const list = [
      named('a', criterion('A|a', criteria(criterion('N')))),
      named('b', criterion('B')),
    ]
    const after = step('down', criteria(...list))
    expect(show(after)).toEqual(['criteria', '  1 B', '  2 A|a', '    2.1 N'])
    expect(ids(after).slice(0, 2)).toEqual(['b', 'a'])
    expect(show(step('up', questions(question('A'), question('B|'))))).toEqual([
      'questions',
      '  ? B|',
      '  ? A',
    ])
  })

  test('at the edge of its list it stays; over the edge is only the next section of its kind', () => {
    expect(step('up', criteria(criterion('A|')))).toBeNull()
    expect(
      step('down', criteria(criterion('A', criteria(criterion('N|'))), criterion('B'))),
    ).toBeNull()
    expect(step('down', criteria(criterion('A|')), questions(question('Q')))).toBeNull()
    expect(
      show(step('down', criteria(criterion('A|'), criterion('B')), criteria(criterion('C')))),
    ).toEqual(['criteria', '  1 B', '  2 A|', 'criteria', '  3 C'])
    expect(
      show(step('up', criteria(criterion('A')), criteria(criterion('B|'), criterion('C')))),
    ).toEqual(['criteria', '  1 A', '  2 B|', 'criteria', '  3 C'])
  })
})

test('whoever first asks somebody a question that nobody is known to have asked has asked it', () => {
  expect(givenTo('bo', { asker: null, me: 'ana' })).toEqual({ owner: 'bo', asker: 'ana' })
  expect(givenTo('bo', { asker: 'kim', me: 'ana' })).toEqual({ owner: 'bo' })
  expect(givenTo(null, { asker: null, me: 'ana' })).toEqual({ owner: null })
})
