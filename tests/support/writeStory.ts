import type { JSONContent } from '@tiptap/core'
import WebSocket from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { writeNewDocument } from '#lib/doc/write.ts'
import { story as documentOf } from './storyContent.ts'
import type { Visitor } from './visitor.ts'

/** How long the server may take to record what a text says, in ms. */
const PATIENCE = 20_000

/**
 * Adds content to a story's text, as a program with somebody's token does. Done when the server has recorded what the
 * text says now, so it has to change what readiness looks at.
 */
export async function writeStory(
  url: string,
  writer: Visitor,
  { workspace, story }: { readonly workspace: string; readonly story: string },
  ...content: JSONContent[]
): Promise<void> {
  const described = async () => {
    const query = `story=${story}&type=StoryDescribed&limit=1`
    const { body } = await writer.get(`/api/v1/workspaces/${workspace}/history?${query}`)
    return body.events[0]?.seq as number | undefined
  }
  const before = await described()
  const { body } = await writer.post('/api/v1/tokens', { name: 'Writer' })
  const address = `${url.replace(/^http/, 'ws')}/yjs/${workspace}`
  const provider = new WebsocketProvider(address, `story:${story}`, new Y.Doc(), {
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    params: { token: body.token },
    disableBc: true,
  })
  try {
    await becomes(() => provider.synced, `${story} is open`)
    Y.applyUpdate(provider.doc, writeNewDocument(documentOf(...content)).update)
    await becomes(async () => (await described()) !== before, `the text of ${story} is recorded`)
  } finally {
    provider.destroy()
  }
}

async function becomes(condition: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const end = performance.now() + PATIENCE
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`Waited in vain until ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
