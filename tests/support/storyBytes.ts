import WebSocket from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { Visitor } from './visitor.ts'

/**
 * Gives a story's document as the server has it now, to somebody who may read it. `write` may change it, as a program with
 * their token does: what it writes is sent, and may not be stored yet when this resolves.
 */
export async function storyDoc(
  url: string,
  reader: Visitor,
  { workspace, story }: { readonly workspace: string; readonly story: string },
  write: (doc: Y.Doc) => void = () => undefined,
): Promise<Y.Doc> {
  const { body } = await reader.post('/api/v1/tokens', { name: 'Reader' })
  const address = `${url.replace(/^http/, 'ws')}/yjs/${workspace}`
  const provider = new WebsocketProvider(address, `story:${story}`, new Y.Doc(), {
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    params: { token: body.token },
    disableBc: true,
  })
  try {
    await new Promise<void>((resolve) =>
      provider.on('sync', (synced: boolean) => synced && resolve()),
    )
    write(provider.doc)
    return provider.doc
  } finally {
    provider.destroy()
  }
}
