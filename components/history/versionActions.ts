import { refusalIn } from '#components/language/refusalText.ts'
import { defineAction, type Outcome, tell } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { showToast } from '#components/ui/toasts.ts'
import type { WorkspaceClient } from '#lib/client/client.ts'

/** The story whose versions are shown, and the workspace it belongs to. */
export interface VersionsPlace {
  readonly client: Pick<WorkspaceClient, 'send' | 'me'>
  /** A story's id. */
  readonly story: string
  /** To be called when the server has another version, or another name of one. */
  readonly changed: () => void
}

/** VE1: what the text says now, under a name. */
export const keepVersion = defineAction<VersionsPlace & { readonly name: string }>({
  id: 'story.keepVersion',
  group: 'Versions',
  keysOnly: true,
  run: ({ client, story, name, changed }): Outcome => {
    const sent = client.send({ type: 'keepVersion', story, name })
    if (!sent.ok) return sent
    void sent.settled.then(changed)
    return { ok: true, said: textsOf('history')('said.kept', { name: name.trim() }), isFinal: true }
  },
})

/** VE1: calls a version otherwise; '' leaves it without a name. */
export const nameVersion = defineAction<
  VersionsPlace & {
    readonly version: number
    readonly name: string
    /** What it is called now; '' without a name. */
    readonly was: string
  }
>({
  id: 'story.nameVersion',
  group: 'Versions',
  keysOnly: true,
  run: ({ client, story, version, name, was, changed }): Outcome => {
    const call = (to: string): Outcome => {
      const sent = client.send({ type: 'nameVersion', story, version, name: to === '' ? null : to })
      if (sent.ok) void sent.settled.then(changed)
      return sent
    }
    const sent = call(name)
    if (!sent.ok) return sent
    const said =
      name === '' ? textsOf('history')('said.unnamed') : textsOf('history')('said.named', { name })
    return { ok: true, said, quiet: true, undo: () => call(was) }
  },
})

/** What is put back, and how. */
export interface Restoring extends VersionsPlace {
  readonly version: number
  /** The name of the criterion or question; null: more than one block, or one without a name. */
  readonly block: string | null
  /** Why the text cannot be changed by this person; else null. */
  readonly refusal: string | null
  /** "Criterion 3 restored". */
  readonly said: string
  /** Edits the open document; gives what takes that back, null where there was nothing to do or it has changed meanwhile. */
  readonly edit: () => (() => void) | null
}

/**
 * VE5: puts text of a version back, as an edit. What the text says now becomes a version first, so that nothing is lost;
 * when the server cannot keep it, nothing is changed.
 */
export const restoreVersion = defineAction<Restoring>({
  id: 'story.restoreVersion',
  group: 'Versions',
  keysOnly: true,
  when: ({ refusal }) => refusal ?? true,
  run: (restoring): Outcome => {
    const { client, story } = restoring
    const kept = client.send({ type: 'keepVersion', story, name: null })
    if (!kept.ok) return kept
    void kept.settled.then((answer) => {
      if (answer.ok) return putBack(restoring)
      showToast({
        title: textsOf('history')('said.nothing', { why: refusalIn(answer) }),
        tone: 'danger',
      })
    })
    return { ok: true }
  },
})

function putBack({ client, story, version, block, said, edit, changed }: Restoring): void {
  const takeBack = edit()
  if (!takeBack) {
    showToast({
      title: textsOf('history')('said.same'),
    })
    return
  }
  // On record only; the text is the document's.
  const sent = client.send({ type: 'restoreVersion', story, version, block })
  if (sent.ok) void sent.settled.then(changed)
  tell({
    ok: true,
    said,
    detail: textsOf('history')('said.before'),
    undo: () => takeBack(),
  })
}
