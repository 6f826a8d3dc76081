import type { WorkspaceClient } from '#lib/client/client.ts'
import { openSearch, type Search } from '#lib/client/search/search.ts'

const searches = new WeakMap<WorkspaceClient, Search>()

/** Gives the search of a workspace; it is started by whoever asks first, and stays for the page's life. */
export function searchOf(client: WorkspaceClient): Search {
  const known = searches.get(client)
  if (known) return known
  const search = openSearch(
    client,
    () =>
      new Worker(new URL('../../lib/client/search/searchWorker.ts', import.meta.url), {
        type: 'module',
        name: 'search',
      }),
  )
  searches.set(client, search)
  return search
}
