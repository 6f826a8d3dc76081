import { describe, expect, test } from 'vitest'
import { enterInCriterion } from '#components/story/editor/criteria/enter.ts'
import { backspaceInCriterion, deleteInCriterion } from '#components/story/editor/criteria/erase.ts'
import { toClauses, toSentence } from '#components/story/editor/criteria/form.ts'
import { liftCriteria, nestCriteria } from '#components/story/editor/criteria/nest.ts'
import { around } from '#components/story/editor/around.ts'
import { must } from '#lib/domain/must.ts'
import {
  clause,
  criteria,
  criterion,
  named,
  paragraph,
  questions,
  question,
  value,
} from '#tests/support/storyContent.ts'
import { ids, open, press, show } from '#tests/support/storyEditing.ts'

describe('Enter in a criterion', () => {
  const enter = (...content: Parameters<typeof open>) =>
    show(press(open(...content), enterInCriterion))

  test('makes the next one', () => {
    expect(enter(criteria(criterion('A|'), criterion('B')))).toEqual([
      'criteria',
      '  1 A',
      '  2 |',
      '  3 B',
    ])
  })

  test('splits it; the first part stays who it is', () => {
    const after = press(open(criteria(named('a', criterion('A|B')))), enterInCriterion)
    expect(show(after)).toEqual(['criteria', '  1 A', '  2 |B'])
    expect(ids(after)).toEqual(['a', expect.not.stringMatching(/^a$/)])
  })

  test('at the start moves the words down, and they stay who they are', () => {
    const after = press(open(criteria(named('a', criterion('|A')))), enterInCriterion)
    expect(show(after)).toEqual(['criteria', '  1 ', '  2 |A'])
    expect(ids(after)[1]).toBe('a')
  })

  test('what is selected goes away first', () => {
    expect(enter(criteria(criterion('A|x|B')))).toEqual(['criteria', '  1 A', '  2 |B'])
  })

  test('what is nested stays nested: the next one is the first of it', () => {
    expect(enter(criteria(criterion('A|', criteria(criterion('B')))))).toEqual([
      'criteria',
      '  1 A',
      '    1.1 |',
      '    1.2 B',
    ])
  })

  test('split in the middle, what is below goes along with the words in front of it', () => {
    expect(enter(criteria(criterion('A|B', criteria(criterion('C')))))).toEqual([
      'criteria',
      '  1 A',
      '  2 |B',
      '    2.1 C',
    ])
  })

  test('on an empty one leaves the list, into a new line', () => {
    expect(enter(criteria(criterion('A'), criterion('|')), paragraph('Details'))).toEqual([
      'criteria',
      '  1 A',
      '|',
      'Details',
    ])
  })

  test('on an empty one goes on in a blank section that follows, and never in front of words', () => {
    const on = (text: string) =>
      enter(criteria(criterion('A'), criterion('|')), questions(question(text)))
    expect(on('')).toEqual(['criteria', '  1 A', 'questions', '  ? |'])
    expect(on('Q')).toEqual(['criteria', '  1 A', '|', 'questions', '  ? Q'])
  })

  test('on an empty nested one goes one level out', () => {
    expect(enter(criteria(criterion('A', criteria(criterion('B'), criterion('|')))))).toEqual([
      'criteria',
      '  1 A',
      '    1.1 B',
      '  2 |',
    ])
  })

  test('on the only one, empty, takes the section away', () => {
    expect(enter(value(paragraph('Why')), criteria(criterion('|')))).toEqual([
      'customerValue',
      '  Why',
      '|',
    ])
  })

  test('on an empty one between others does nothing', () => {
    const lines = ['criteria', '  1 A', '  2 |', '  3 B']
    expect(enter(criteria(criterion('A'), criterion('|'), criterion('B')))).toEqual(lines)
  })

  test('in a clause makes the next clause, with the next word', () => {
    expect(enter(criteria(criterion('', clause('given', 'a|'), clause('then', 'c'))))).toEqual([
      'criteria',
      '  1 given: a',
      '  when: |',
      '  then: c',
    ])
  })

  test('in a form that waits to be filled in goes on to the next empty clause', () => {
    const form = [clause('given', 'a|'), clause('when', ''), clause('then', '')]
    expect(enter(criteria(criterion('', ...form)))).toEqual([
      'criteria',
      '  1 given: a',
      '  when: |',
      '  then: ',
    ])
  })

  test('on an empty last clause makes the next criterion', () => {
    expect(enter(criteria(criterion('', clause('given', 'a'), clause('when', '|'))))).toEqual([
      'criteria',
      '  1 given: a',
      '  2 |',
    ])
  })

  test('at the start of the first clause makes room for the rule in words', () => {
    expect(enter(criteria(criterion('', clause('given', '|a'))))).toEqual([
      'criteria',
      '  1 |',
      '  given: a',
    ])
  })

  test('behind the rule goes to the first clause, or makes one', () => {
    expect(enter(criteria(criterion('R|', clause('given', ''))))).toEqual([
      'criteria',
      '  1 R',
      '  given: |',
    ])
    expect(enter(criteria(criterion('R|', clause('when', 'b'))))).toEqual([
      'criteria',
      '  1 R',
      '  given: |',
      '  when: b',
    ])
  })

  test('elsewhere is not taken', () => {
    expect(enter(value(paragraph('Why|')))).toEqual(['(not taken)'])
  })
})

describe('Tab and Shift+Tab', () => {
  test('Tab puts a criterion into the one above it, behind what is nested there', () => {
    const one = press(
      open(criteria(criterion('A'), named('b', criterion('B|')), criterion('C'))),
      nestCriteria,
    )
    expect(show(one)).toEqual(['criteria', '  1 A', '    1.1 B|', '  2 C'])
    expect(ids(one)[1]).toBe('b')
    const more = open(criteria(criterion('A', criteria(criterion('B'))), criterion('C|')))
    expect(show(press(more, nestCriteria))).toEqual([
      'criteria',
      '  1 A',
      '    1.1 B',
      '    1.2 C|',
    ])
  })

  test('all that are selected go along, and stay selected', () => {
    const state = open(criteria(criterion('A'), criterion('B|b'), criterion('C|c'), criterion('D')))
    const after = must(press(state, nestCriteria), 'a nested list')
    expect(show(after)).toEqual(['criteria', '  1 A', '    1.1 Bb', '    1.2 C|c', '  2 D'])
    const { from, to } = after.selection
    expect(after.doc.textBetween(from, to, ' ')).toBe('b C')
  })

  test('the first has nothing to go into, and Tab does not leave the text', () => {
    expect(show(press(open(criteria(criterion('A|'))), nestCriteria))).toEqual([
      'criteria',
      '  1 A|',
    ])
  })

  test('Shift+Tab takes it out; those behind it stay below it', () => {
    const state = open(
      criteria(criterion('A', criteria(criterion('B'), criterion('C|'), criterion('D')))),
    )
    expect(show(press(state, liftCriteria))).toEqual([
      'criteria',
      '  1 A',
      '    1.1 B',
      '  2 C|',
      '    2.1 D',
    ])
  })

  test('the last one out leaves no empty list behind', () => {
    const state = open(criteria(criterion('A', criteria(criterion('B|'))), criterion('C')))
    expect(show(press(state, liftCriteria))).toEqual(['criteria', '  1 A', '  2 B|', '  3 C'])
    expect(press(state, liftCriteria)?.doc.firstChild?.firstChild?.childCount).toBe(1)
  })

  test('nesting and lifting is the way back', () => {
    const before = open(criteria(criterion('A'), criterion('B|', criteria(criterion('C')))))
    const nested = must(press(before, nestCriteria), 'a nested list')
    expect(show(press(nested, liftCriteria))).toEqual(show(before))
  })

  test('elsewhere they are not taken', () => {
    expect(press(open(value(paragraph('Why|'))), nestCriteria)).toBeNull()
    expect(press(open(questions(question('Q|'))), liftCriteria)).toBeNull()
  })
})

describe('Backspace at the start of a criterion', () => {
  const back = (...content: Parameters<typeof open>) =>
    show(press(open(...content), backspaceInCriterion))

  test('puts its words behind those above, with what is below them', () => {
    expect(
      back(
        criteria(criterion('A'), criterion('|B', clause('given', 'b'), criteria(criterion('C')))),
      ),
    ).toEqual(['criteria', '  1 A|B', '  given: b', '    1.1 C'])
  })

  test('goes to the last words above, nested or not', () => {
    expect(back(criteria(criterion('A', criteria(criterion('B'))), criterion('|C')))).toEqual([
      'criteria',
      '  1 A',
      '    1.1 B|C',
    ])
  })

  test('takes an empty one away', () => {
    expect(back(criteria(criterion('A'), criterion('|'), criterion('B')))).toEqual([
      'criteria',
      '  1 A|',
      '  2 B',
    ])
    expect(back(criteria(criterion('|'), criterion('B')))).toEqual(['criteria', '  1 |B'])
    expect(back(criteria(criterion('A', criteria(criterion('|')))))).toEqual(['criteria', '  1 A|'])
  })

  test('takes the section away with the only one, empty', () => {
    expect(back(criteria(criterion('|')), paragraph('Details'))).toEqual(['|', 'Details'])
  })

  test('lifts the first nested one', () => {
    expect(back(criteria(criterion('A', criteria(criterion('|B')))))).toEqual([
      'criteria',
      '  1 A',
      '  2 |B',
    ])
  })

  test('leaves the first of the section alone', () => {
    expect(back(value(paragraph('Why')), criteria(criterion('|A')))).toEqual([
      'customerValue',
      '  Why',
      'criteria',
      '  1 |A',
    ])
  })

  test('joins a clause to the line above it, and takes an empty one away', () => {
    expect(back(criteria(criterion('R', clause('given', '|a'))))).toEqual(['criteria', '  1 R|a'])
    expect(back(criteria(criterion('', clause('given', 'a'), clause('when', '|'))))).toEqual([
      'criteria',
      '  1 given: a|',
    ])
  })

  test('takes the word off the first clause, and an empty rule from above the clauses', () => {
    expect(back(criteria(criterion('', clause('given', '|a'))))).toEqual(['criteria', '  1 |a'])
    const withRoom = criteria({
      type: 'criterion',
      content: [paragraph('|'), clause('given', 'a')],
    })
    expect(back(withRoom)).toEqual(['criteria', '  1 given: |a'])
  })

  test('within words is the editor’s', () => {
    expect(back(criteria(criterion('A|')))).toEqual(['(not taken)'])
  })
})

describe('Delete at the end of a criterion', () => {
  const del = (...content: Parameters<typeof open>) =>
    show(press(open(...content), deleteInCriterion))

  test('takes in the next one, nested ones too', () => {
    expect(del(criteria(criterion('A|'), criterion('B', criteria(criterion('C')))))).toEqual([
      'criteria',
      '  1 A|B',
      '    1.1 C',
    ])
    expect(del(criteria(criterion('A|', criteria(criterion('B')))))).toEqual([
      'criteria',
      '  1 A|B',
    ])
  })

  test('takes in the next clause', () => {
    expect(del(criteria(criterion('R|', clause('given', 'a'))))).toEqual(['criteria', '  1 R|a'])
  })

  test('at the end of the section does nothing', () => {
    expect(del(criteria(criterion('A|')), paragraph('B'))).toEqual(['criteria', '  1 A|', 'B'])
  })
})

describe('Given / When / Then', () => {
  const convert = (change: typeof toClauses, ...content: Parameters<typeof open>) => {
    const state = open(...content)
    const found = must(around(state.selection.$from, 'criterion'), 'a criterion')
    return press(state, (now, dispatch) => {
      dispatch?.(change(now, found))
      return true
    })
  }

  test('a sentence in this form is taken apart', () => {
    expect(show(convert(toClauses, criteria(criterion('Given a, when b, then c|'))))).toEqual([
      'criteria',
      '  1 given: a',
      '  when: b',
      '  then: c|',
    ])
  })

  test('any other rule stays above three empty clauses; an empty one makes room', () => {
    expect(show(convert(toClauses, criteria(criterion('Header only|'))))).toEqual([
      'criteria',
      '  1 Header only',
      '  given: |',
      '  when: ',
      '  then: ',
    ])
    expect(show(convert(toClauses, criteria(criterion('|'))))).toEqual([
      'criteria',
      '  1 given: |',
      '  when: ',
      '  then: ',
    ])
  })

  test('and back is one sentence, with what is nested as it was', () => {
    const after = convert(
      toSentence,
      criteria(
        named(
          'a',
          criterion(
            'Header only',
            clause('given', 'a|'),
            clause('when', 'b'),
            criteria(named('n', criterion('N'))),
          ),
        ),
      ),
    )
    expect(show(after)).toEqual(['criteria', '  1 Header only: given a, when b|', '    1.1 N'])
    expect(ids(after)).toEqual(['a', 'n'])
  })

  test('marks go along', () => {
    const bold = { type: 'text', text: 'a', marks: [{ type: 'bold' }] }
    const given = { type: 'clause', attrs: { word: 'given' }, content: [bold] }
    const after = must(
      convert(toSentence, criteria(criterion('', given, clause('then', 'b|')))),
      'a sentence',
    )
    expect(after.doc.firstChild?.firstChild?.firstChild?.toJSON()).toEqual({
      type: 'paragraph',
      content: [{ type: 'text', text: 'Given ' }, bold, { type: 'text', text: ', then b' }],
    })
  })
})
