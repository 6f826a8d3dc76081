import type { Doc } from 'yjs'
import type { StoryHandle, StoryState, WorkspaceClient } from '#lib/client/client.ts'
import { isReady, ready, until } from './clientDevice.ts'

export type Ready = Extract<StoryState, { phase: 'ready' }>

export async function docOf(handle: StoryHandle): Promise<Doc> {
  return (await until(handle.state, (state): state is Ready => state.phase === 'ready')).doc
}

/** Prose stands in for the editor's: text in the body. */
export function type(doc: Doc, text: string): void {
  doc.getText('body').insert(doc.getText('body').length, text)
}

export const textOf = (doc: Doc) => doc.getText('body').toString()

export function textBecomes(doc: Doc, text: string): Promise<string> {
  return until(
    {
      get: () => textOf(doc),
      subscribe: (listener) => {
        doc.on('update', listener)
        return () => doc.off('update', listener)
      },
    },
    (now) => now === text,
  )
}

export async function titles(client: WorkspaceClient, stage: 'idea' | 'refinement' = 'idea') {
  return (await ready(client)).columns[stage].map(({ title }) => title)
}

export function titlesBecome(
  client: WorkspaceClient,
  expected: string[],
  stage: 'idea' | 'refinement' = 'idea',
) {
  return until(
    client.area,
    (view) =>
      isReady(view) && view.columns[stage].map(({ title }) => title).join() === expected.join(),
  )
}
