import { Extension } from '@tiptap/core'
import { textsOf } from '#components/language/loaded.ts'
import { OPEN_EMOJI } from '../blocks.ts'
import { choosing, type Choosing } from '../choosing/choosing.ts'
import type { Store } from '../store.ts'

/** So many letters behind the colon open the menu: "10:30" and "note: so" do not. */
const LETTERS = 2

/** `:smile` offers emoji by their names; `:smile:` becomes one. The names are fetched when they are first asked for. */
export const Emoji = Extension.create<{ menu: Store<Choosing | null> | null }>({
  name: 'emoji',
  priority: 1_780,
  addOptions: () => ({ menu: null }),
  addProseMirrorPlugins() {
    const { menu } = this.options
    const { editor } = this
    if (!menu) return []
    return [
      choosing('emoji', {
        menu,
        label: textsOf('story')('menus.emoji'),
        queryIn: emojiQuery,
        opens: (query, tr) => query.length >= LETTERS || tr.getMeta(OPEN_EMOJI) === true,
        find: async (query) => {
          const { findEmoji } = await import('#components/ui/emoji/findEmoji.ts')
          return findEmoji(query).map(({ emoji, name }) => ({
            id: emoji,
            title: name.replaceAll('_', ' '),
            icon: emoji,
            typed: `:${name}:`,
          }))
        },
        choose: ({ id }, range) => {
          editor.chain().focus().insertContentAt(range, id).run()
        },
      }),
    ]
  },
})

/** Gives the letters behind a colon that may begin the name of an emoji, or null. A whole `:name:` is still looked for. */
export function emojiQuery(before: string): string | null {
  return /(?:^|[\s(\uFFFC]):([a-z0-9_+-]{0,32}:?)$/i.exec(before)?.[1] ?? null
}
