import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { comesFromYjs } from '#lib/doc/localOnly.ts'
import { isComposing } from '#components/ui/composing.ts'
import { lineAsCard } from './cards.ts'

/** True while it is offered to show the address at the caret as a card. */
const offers = new PluginKey<boolean>('cardOffer')

/**
 * An address that is pasted on a line of its own may be shown as a card: that is offered there until something else is done.
 * Escape sends the offer away, and so does typing on.
 */
export const CardOffers = Extension.create({
  name: 'cardOffers',
  // Ahead of Escape that leaves the text.
  priority: 2_100,
  addProseMirrorPlugins: () => [
    new Plugin<boolean>({
      key: offers,
      state: {
        init: () => false,
        apply: (tr, offered, _before, state) => isOffered(tr, offered) && isBareAddress(state),
      },
      props: {
        handleDOMEvents: {
          keydown(view, event) {
            if (event.key !== 'Escape' || isComposing(event) || !offersCard(view.state))
              return false
            event.preventDefault()
            event.stopPropagation()
            view.dispatch(view.state.tr.setMeta(offers, 'away').setMeta('addToHistory', false))
            return true
          },
        },
      },
    }),
  ],
})

/** True while the line at the caret is a pasted address that could be a card. */
export function offersCard(state: EditorState): boolean {
  return offers.getState(state) === true
}

function isOffered(tr: Transaction, offered: boolean): boolean {
  if (tr.getMeta(offers) === 'away') return false
  // What is pasted is made a link right behind it.
  const cause = (tr.getMeta('appendedTransaction') as Transaction | undefined) ?? tr
  if (cause.getMeta('paste') === true) return true
  return offered && (!tr.docChanged || comesFromYjs(tr))
}

function isBareAddress(state: EditorState): boolean {
  return state.selection.empty && lineAsCard(state)?.title === ''
}
