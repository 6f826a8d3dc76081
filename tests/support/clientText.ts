import { type Doc, XmlText } from 'yjs'
import type { StoryHandle, StoryState, WorkspaceClient } from '#lib/client/client.ts'
import { isReady, ready, until } from './clientDevice.ts'

export type Ready = Extract<StoryState, { phase: 'ready' }>

export async function docOf(handle: StoryHandle): Promise<Doc> {
  return (await until(handle.state, (state): state is Ready => state.phase === 'ready')).doc
}

/** Stands in for the editor: text at the end of the body. */
export function type(doc: Doc, text: string): void {
  const body = doc.getXmlFragment('body')
  const last = textsIn(doc).at(-1)
  if (last) last.insert(last.length, text)
  else body.insert(0, [new XmlText(text)])
}

export const textOf = (doc: Doc) => textsIn(doc).join('')

function textsIn(doc: Doc): XmlText[] {
  return doc
    .getXmlFragment('body')
    .toArray()
    .filter((node) => node instanceof XmlText)
}

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

export async function titles(
  client: WorkspaceClient,
  stage: 'idea' | 'refinement' | 'wont-do' = 'idea',
) {
  return (await ready(client)).columns[stage].map(({ title }) => title)
}

export function titlesBecome(
  client: WorkspaceClient,
  expected: string[],
  stage: 'idea' | 'refinement' | 'wont-do' = 'idea',
) {
  return until(
    client.area,
    (view) =>
      isReady(view) && view.columns[stage].map(({ title }) => title).join() === expected.join(),
  )
}
