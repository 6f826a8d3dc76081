import { EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { expect, test } from 'vitest'
import { type Choosing, choosing } from '#components/story/editor/choosing/choosing.ts'
import { createStore } from '#components/story/editor/store.ts'
import { storySchema } from '#lib/doc/extensions.ts'

test('a menu at the caret stays open when a plugin joins the editor behind it', () => {
  const menu = createStore<Choosing | null>(null)
  const plugin = choosing('slash', {
    menu,
    label: 'Blocks',
    queryIn: (before) => /\/(\w*)$/.exec(before)?.[1] ?? null,
    find: (query) => [{ id: 'table', title: `Table for "${query}"` }],
    choose: () => undefined,
  })
  const schema = storySchema()
  const doc = schema.node('doc', null, [schema.node('paragraph')])
  const empty = EditorState.create({ doc, plugins: [plugin] })
  const typed = empty.apply(empty.tr.insertText('/ta', 1))
  const draw = (state: EditorState, last: EditorState) => {
    const view = { state } as EditorView
    const drawn = plugin.spec.view!(view)
    drawn.update!(view, last)
    return drawn
  }

  const drawn = draw(typed, empty)
  const open = menu.get()
  expect(open?.lines.map(({ title }) => title)).toEqual(['Table for "ta"'])
  // All plugins are taken down and drawn anew, in the state in which they are.
  drawn.destroy!()
  expect(menu.get()).toBeNull()
  const again = draw(typed, typed)
  expect(menu.get()?.lines).toEqual(open?.lines)

  // What was closed before stays so.
  const left = typed.apply(typed.tr.insertText(' on', 4))
  again.destroy!()
  draw(left, left)
  expect(menu.get()).toBeNull()
})
