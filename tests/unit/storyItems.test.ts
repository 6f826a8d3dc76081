import { createChainableState } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
import { NodeSelection } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import { around, type Found, foundAt } from '#components/story/editor/around.ts'
import { toLines, toList } from '#components/story/editor/lists/items.ts'
import { ListMarkers } from '#components/story/editor/lists/markers.ts'
import { moveBlock, placeBeside } from '#components/story/editor/move.ts'
import { duplicate, removeBlock } from '#components/story/editor/structure/blockChanges.ts'
import { finderOf, movableIn } from '#components/story/editor/structure/movable.ts'
import { waysFor } from '#components/story/editor/structure/turnInto.ts'
import { writeNewDocument } from '#lib/doc/write.ts'
import { BlockWriter } from '#tests/support/blockWriter.ts'
import { callout, list, paragraph, story, value } from '#tests/support/storyContent.ts'
import { open, viewOf } from '#tests/support/storyEditing.ts'

/** The list item at the caret. */
function itemAt({ selection }: EditorState): Found {
  return around(selection.$from, 'listItem', 'taskItem')!
}

/** Moves the item at the caret as often as it goes, and gives the story after each step. */
function walk(state: EditorState, way: 'up' | 'down'): string[] {
  const view = viewOf(state)
  const steps: string[] = []
  for (;;) {
    const { pos } = itemAt(view.state)
    const to = placeBeside(view.state.doc, pos, way)
    if (to === null) return steps
    moveBlock(view, pos, to)
    view.state.doc.check()
    steps.push(drawn(view.state))
  }
}

/** Draws lists as Markdown does: `- a`, `1 b`, `[] c`, nested ones in brackets. */
function drawn({ doc }: EditorState): string {
  const signs: Record<string, string> = { bulletList: '-', orderedList: '1', taskList: '[]' }
  const draw = (node: typeof doc): string => {
    if (node.isTextblock) return node.textContent || '_'
    const sign = signs[node.type.name]
    if (sign !== undefined)
      return `{${node.children.map((item) => `${sign}${draw(item)}`).join(' ')}}`
    const inner = node.children.map(draw).join(' ')
    return node.type.name === 'callout' ? `(${inner})` : inner
  }
  return draw(doc)
}

describe('an item of a list', () => {
  test('has a handle of its own, the innermost, also in a box; in a table it has none', () => {
    const nested = open(list('bulletList', ['a', list('taskList', 'b|')]))
    expect(movableIn(nested.selection)?.node.type.name).toBe('taskItem')
    const boxed = open(callout('tip', list('orderedList', 'a|')))
    expect(movableIn(boxed.selection)?.node.type.name).toBe('listItem')
    const table = open({
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: [{ type: 'tableCell', content: [list('bulletList', 'a|')] }],
        },
      ],
    })
    expect(movableIn(table.selection)?.node.type.name).toBe('table')
  })

  test('moves step by step through its list, into the next one, and between blocks', () => {
    expect(
      walk(
        open(list('bulletList', 'a|', 'b'), list('taskList', 'c'), paragraph('x'), paragraph('y')),
        'down',
      ),
    ).toEqual([
      '{-b -a} {[]c} x y',
      '{-b} {[]a []c} x y',
      '{-b} {[]c []a} x y',
      '{-b} {[]c} x {[]a} y',
      '{-b} {[]c} x y {[]a}',
    ])
  })

  test('moves out of a nested list beside the item that holds it, and takes what is nested in it along', () => {
    expect(
      walk(open(list('bulletList', 'a', ['b', list('orderedList', 'c', 'd|')], 'e')), 'up'),
    ).toEqual(['{-a -b {1d 1c} -e}', '{-a -d -b {1c} -e}', '{-d -a -b {1c} -e}'])
    expect(walk(open(list('bulletList', ['b|', list('taskList', 'c')], 'e')), 'down')).toEqual([
      '{-e -b {[]c}}',
    ])
  })

  test('keeps the caret where it was, and a box that it leaves keeps a line', () => {
    const view = viewOf(open(callout('tip', list('bulletList', 'wo|rd')), paragraph('x')))
    moveBlock(view, itemAt(view.state).pos, view.state.doc.content.size)
    expect(drawn(view.state)).toBe('(_) x {-word}')
    expect(view.state.selection.$from.parent.textContent).toBe('word')
    expect(view.state.selection.$from.parentOffset).toBe(2)
  })

  test('does not leave its section by a key', () => {
    expect(walk(open(value(list('bulletList', 'a', 'b|')), paragraph('x')), 'down')).toEqual([])
  })

  test('alone becomes part of another list, or lines, and its list goes on behind it', () => {
    const state = open(list('bulletList', 'a', ['b|', list('bulletList', 'n')], 'c'))
    const task = state.apply(toList(state, itemAt(state), 'taskList'))
    expect(drawn(task)).toBe('{-a} {[]b {-n}} {-c}')
    expect(task.selection.$from.parent.textContent).toBe('b')
    const lines = state.apply(toLines(state, itemAt(state)))
    expect(drawn(lines)).toBe('{-a} b {-n} {-c}')
    expect(lines.selection.$from.parent.textContent).toBe('b')
  })

  test('that becomes of the kind of the list beside it goes on with it', () => {
    const state = open(list('orderedList', 'a'), list('bulletList', 'b|', 'c'))
    const next = state.apply(toList(state, itemAt(state), 'orderedList'))
    expect(drawn(next)).toBe('{1a 1b} {-c}')
  })

  test('is offered every kind but its own', () => {
    const { doc } = open(list('taskList', 'a|'))
    const ways = waysFor(doc.child(0).child(0), doc.child(0)).map(({ id }) => id)
    expect(ways).toContain('bulletList')
    expect(ways).toContain('callout')
    expect(ways).not.toContain('taskList')
  })

  test('is doubled, and taken away alone; the list goes with its last', () => {
    const state = open(list('bulletList', ['a|', list('bulletList', 'n')], 'b'))
    const doubled = state.apply(duplicate(state, itemAt(state)))
    expect(drawn(doubled)).toBe('{-a {-n} -a {-n} -b}')
    const less = state.apply(removeBlock(state, itemAt(state)))
    expect(drawn(less)).toBe('{-b}')
    const only = open(callout('tip', list('bulletList', 'a|')))
    expect(drawn(only.apply(removeBlock(only, itemAt(only))))).toBe('(_)')
  })

  test('[UX14] is found again while it is dragged, and what others write elsewhere in the list is kept', () => {
    const ana = new BlockWriter('ana')
    const bo = new BlockWriter('bo')
    const { update } = writeNewDocument(
      story(paragraph('one'), list('bulletList', 'a', 'b', 'c'), paragraph('two')),
    )
    for (const one of [ana, bo]) one.receive(update)
    const second = ana.shown.child(0).nodeSize + 1 + ana.shown.child(1).child(0).nodeSize
    const find = finderOf(ana.view, foundAt(ana.shown, second))
    bo.write('two', 'and more ')
    bo.write('c', 'third ')
    ana.receive(bo.newsFor(ana))
    bo.write('a', 'first ')
    expect(find()?.node.textContent).toBe('b')
    moveBlock(ana.view, find()!.pos, ana.shown.content.size)
    for (let round = 0; round < 2; round += 1) {
      bo.receive(ana.newsFor(bo))
      ana.receive(bo.newsFor(ana))
    }
    expect(drawn(ana.state)).toBe('one {-first a -third c} and more two {-b}')
    expect(drawn(bo.state)).toBe(drawn(ana.state))
    expect([ana.repairs, bo.repairs]).toEqual([0, 0])
  })

  test('a picture or card that is doubled is chosen', () => {
    const state = open({ type: 'horizontalRule' }, paragraph('x'))
    const doubled = state.apply(duplicate(state, foundAt(state.doc, 0)))
    expect(doubled.doc.childCount).toBe(3)
    expect(doubled.selection).toBeInstanceOf(NodeSelection)
    expect(doubled.selection.from).toBe(1)
  })
})

/** Types a blank behind what stands in front of the caret, which makes a sign of Markdown of it. */
function typeBlank(state: EditorState): string {
  const { $from } = state.selection
  const typed = `${$from.parent.textContent.slice(0, $from.parentOffset)} `
  const { tr } = state
  for (const { find, handler } of ListMarkers.config.addInputRules!.call({} as never)) {
    const match = find instanceof RegExp ? find.exec(typed) : null
    if (!match) continue
    const range = { from: $from.pos - typed.length + 1, to: $from.pos }
    const chainable = createChainableState({ state, transaction: tr })
    const taken = handler({ state: chainable, range, match } as never)
    return taken === null ? 'not taken' : drawn({ doc: tr.doc } as EditorState)
  }
  return 'not taken'
}

describe('a sign of Markdown at the beginning of an item', () => {
  test.each([
    ['bulletList', '-|two', '{-one -two}'],
    ['bulletList', '*|', '{-one -_}'],
    ['bulletList', '1.|two', '{-one} {1two}'],
    ['bulletList', '[]|two', '{-one} {[]two}'],
    ['orderedList', '7.|two', '{1one 1two}'],
    ['taskList', '-|two', '{[]one} {-two}'],
    ['taskList', '[ ]|two', '{[]one []two}'],
  ] as const)('in a %s "%s" says what it is, and nests nothing', (kind, words, expected) => {
    expect(typeBlank(open(list(kind, 'one', words)))).toBe(expected)
  })

  test('outside a list, and below the first line of an item, it is the text’s own', () => {
    expect(typeBlank(open(paragraph('-|two')))).toBe('not taken')
    expect(typeBlank(open(list('bulletList', ['one', paragraph('-|two')])))).toBe('not taken')
  })

  test('a task that is typed as done is done', () => {
    const state = open(list('bulletList', '[x]|two'))
    const rule = ListMarkers.config.addInputRules!.call({} as never)[2]!
    const { tr } = state
    const chainable = createChainableState({ state, transaction: tr })
    const match = /(x)/.exec('x')
    rule.handler({ state: chainable, range: { from: 3, to: 6 }, match } as never)
    expect(tr.doc.firstChild?.firstChild?.attrs.checked).toBe(true)
  })
})
