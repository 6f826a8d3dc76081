import { expect, test } from 'vitest'
import type { OpenWorkspace } from '#server/commands/workspaces.ts'
import type { Attachment } from '#server/sync/attachment.ts'
import { ListSubscribers } from '#server/sync/lists.ts'

/** A workspace that counts how often it is asked for a whole list. */
function counting() {
  const asked: string[] = []
  const workspace = {
    onNews: () => () => {},
    audience: () => 'all',
    snapshot: (list: string) => {
      asked.push(list)
      return { seq: 1, items: [], info: {} }
    },
  } as unknown as OpenWorkspace
  return { asked, lists: new ListSubscribers(workspace) }
}

function attachmentTo(name: string): Attachment {
  return { name, actor: { id: 'ana' }, sendStateless: () => {} } as unknown as Attachment
}

test('a discussion is kept as it was sent while somebody follows it, a board also when nobody does', () => {
  const { asked, lists } = counting()
  for (const name of ['talk:s1', 'area:w1']) {
    const [first, second] = [attachmentTo(name), attachmentTo(name)]
    lists.subscribe(first, null)
    lists.subscribe(second, null)
    lists.unsubscribe(first)
    lists.subscribe(first, null)
    expect(asked.splice(0), name).toEqual([name])
    lists.unsubscribe(first)
    lists.unsubscribe(second)
    lists.subscribe(first, null)
    expect(asked.splice(0), name).toEqual(name === 'talk:s1' ? [name] : [])
  }
})
