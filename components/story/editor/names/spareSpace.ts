import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { comesFromYjs } from '#lib/doc/localOnly.ts'
import { takesSpareSpace } from '#components/ui/spareSpace.ts'

/** Where a space stands that was put behind a mention unasked; null once anything else was done. */
const key = new PluginKey<number | null>('spareSpace')

/** Says of a change that it puts a space behind a mention that nobody typed. */
export function putsSpareSpace(tr: Transaction, at: number): void {
  tr.setMeta(key, at)
}

/** A space or a full stop right behind a mention takes the place of the space that came with it. */
export function spareSpace(): Plugin<number | null> {
  return new Plugin<number | null>({
    key,
    state: {
      init: () => null,
      apply(tr, last, _before, { selection }) {
        const put: unknown = tr.getMeta(key)
        if (typeof put === 'number') return put
        if (last === null || (tr.docChanged && !comesFromYjs(tr))) return null
        return selection.empty && selection.from === last + 1 ? last : null
      },
    },
    props: {
      handleTextInput({ state, dispatch }, from, to, typed) {
        const at = key.getState(state)
        if (at == null || from !== at + 1 || to !== from) return false
        if (typed.length !== 1 || !takesSpareSpace(typed)) return false
        const stands = state.doc.textBetween(at - 1, from, null, '\uFFFC')
        if (stands !== '\uFFFC ') return false
        dispatch(state.tr.insertText(typed, at, from).scrollIntoView())
        return true
      },
    },
  })
}
