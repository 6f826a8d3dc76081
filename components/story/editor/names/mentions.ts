import { type Editor, Extension } from '@tiptap/core'
import type { Attrs } from '@tiptap/pm/model'
import { textsOf } from '#components/language/loaded.ts'
import { takesSpareSpace } from '#components/ui/spareSpace.ts'
import { choosing, type Choosing, type Range } from '../choosing/choosing.ts'
import type { Store } from '../store.ts'
import type { MentionOptions } from './mentionViews.ts'
import { putsSpareSpace, spareSpace } from './spareSpace.ts'

/**
 * `@` offers people, teams, stories and the criteria of this story. What is behind the sign may be several words: names and
 * titles are.
 */
export const Mentions = Extension.create<{
  menu: Store<Choosing | null> | null
  parts: MentionOptions | null
}>({
  name: 'mentions',
  priority: 1_790,
  addOptions: () => ({ menu: null, parts: null }),
  addProseMirrorPlugins() {
    const { menu, parts } = this.options
    const { editor } = this
    if (!menu || !parts) return []
    return [
      choosing('mentions', {
        menu,
        label: textsOf('story')('menus.mentions'),
        queryIn: mentionQuery,
        find: async (query, state) => {
          const { findMentions } = await import('./findMentions.tsx')
          return findMentions(query, parts.area.get(), state.doc, parts.storyId)
        },
        choose: (line, range) => {
          const [kind = '', ...rest] = line.id.split(':')
          const id = rest.join(':')
          void import('./findMentions.tsx').then(({ mentionFor }) => {
            const attrs = mentionFor(kind, id, parts.area.get(), parts.storyId)
            if (attrs) insertMention(editor, range, attrs)
          })
        },
      }),
      spareSpace(),
    ]
  },
})

/** What is typed next stands a space behind it; where one stands already, or none is wanted, there is none to add. */
function insertMention(editor: Editor, { from, to }: Range, attrs: Attrs): void {
  const behind = editor.state.doc.resolve(to).nodeAfter?.text ?? ''
  const adds = behind === '' || !takesSpareSpace(behind)
  editor
    .chain()
    .focus()
    .insertContentAt({ from, to }, [
      { type: 'mention', attrs },
      ...(adds ? [{ type: 'text', text: ' ' }] : []),
    ])
    .command(({ tr }) => {
      if (adds) putsSpareSpace(tr, from + 1)
      return true
    })
    .setTextSelection(from + (adds || behind.startsWith(' ') ? 2 : 1))
    .run()
}

/** Gives what is looked for behind an `@`: up to four words; null where there is no sign, as in a mail address. */
export function mentionQuery(before: string): string | null {
  return /(?:^|[\s([{\uFFFC])@((?:[^\s@]{1,40} ){0,3}[^\s@]{0,40})$/u.exec(before)?.[1] ?? null
}
