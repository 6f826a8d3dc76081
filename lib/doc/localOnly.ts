import { Plugin, type Transaction } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'

/** True for a transaction that brings in what Yjs says: someone else's edit, or an undo. */
export function comesFromYjs(transaction: Transaction): boolean {
  return Boolean(transaction.getMeta(ySyncPluginKey))
}

/**
 * Gives the plugin back with its follow-up edits limited to what this person did. A plugin that "repairs" what
 * arrives from someone else does so in every open editor at once: the repairs pile up, and each lands in the undo
 * stack of someone who typed nothing.
 */
export function localOnly(plugin: Plugin): Plugin {
  const follow = plugin.spec.appendTransaction
  if (!follow) return plugin
  return new Plugin({
    ...plugin.spec,
    appendTransaction(transactions, before, after) {
      if (transactions.some(comesFromYjs)) return null
      return follow.call(this, transactions, before, after)
    },
  })
}
