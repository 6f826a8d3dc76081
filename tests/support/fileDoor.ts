import type { FileLimits } from '#server/files/limits.ts'
import type { TestServerOptions } from './server.ts'
import { type HistoryBench, useHistoryBench } from './historyBench.ts'
import type { Visitor } from './visitor.ts'

/** An answer whose body is bytes. */
export interface FileAnswer {
  readonly status: number
  readonly headers: Headers
  readonly bytes: Uint8Array
  /** The parsed JSON, where it is some. */
  // oxlint-disable-next-line typescript/no-explicit-any -- a test reads what it expects to be there
  readonly body: any
}

/** The people of `useHistoryBench`, and the door of files. */
export interface FileBench extends HistoryBench {
  pathOf(story: string, file: string): string
  put(
    who: Visitor,
    place: { readonly story: string; readonly file: string; readonly name?: string | null },
    bytes: Uint8Array | ReadableStream<Uint8Array>,
    headers?: Record<string, string>,
  ): Promise<FileAnswer>
  fetch(
    who: Visitor,
    place: { readonly story: string; readonly file: string },
    headers?: Record<string, string>,
  ): Promise<FileAnswer>
}

export const SMALL_LIMITS: FileLimits = {
  fileBytes: 200_000,
  storyFiles: 4,
  workspaceBytes: 1_000_000,
}

/** Gives an id for a file that is easy to read. */
export function fileId(name: string): string {
  return `file-${name}`.padEnd(20, '0')
}

export function useFileBench(options: () => TestServerOptions = () => ({})): FileBench {
  const bench = useHistoryBench(() => ({ fileLimits: SMALL_LIMITS, ...options() }))
  const pathOf = (story: string, file: string) =>
    `/api/v1/workspaces/${bench.workspace}/stories/${story}/files/${file}`
  const ask = async (who: Visitor, path: string, init: RequestInit): Promise<FileAnswer> => {
    const { url } = bench.server
    const headers = { origin: url, cookie: who.cookie, ...(init.headers as object) }
    const kept = Object.entries(headers).filter(([, value]) => value !== '')
    const answer = await fetch(new URL(path, url), { ...init, headers: Object.fromEntries(kept) })
    const bytes = new Uint8Array(await answer.arrayBuffer())
    const isJson = answer.headers.get('content-type')?.includes('json') ?? false
    const body = isJson ? JSON.parse(new TextDecoder().decode(bytes)) : null
    return { status: answer.status, headers: answer.headers, bytes, body }
  }
  return Object.defineProperties(
    {
      pathOf,
      put: (
        who: Visitor,
        { story, file, name = 'Mockup.png' }: { story: string; file: string; name?: string | null },
        body: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>,
        headers: Record<string, string> = {},
      ) => {
        const query = name === null ? '' : `?name=${encodeURIComponent(name)}`
        const streams = body instanceof ReadableStream ? { duplex: 'half' } : {}
        return ask(who, pathOf(story, file) + query, { method: 'PUT', headers, body, ...streams })
      },
      fetch: (
        who: Visitor,
        { story, file }: { story: string; file: string },
        headers: Record<string, string> = {},
      ) => ask(who, pathOf(story, file), { method: 'GET', headers }),
    },
    Object.getOwnPropertyDescriptors(bench),
  ) as FileBench
}
