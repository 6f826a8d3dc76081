import { fileAddress, type FilePlace } from '../../files/address.ts'
import { readProblem } from '../../schema/failure.ts'
import type { UploadProblem } from './problem.ts'

/** What became of trying to send. */
export type Sent =
  | { readonly kind: 'stored' }
  /** No network, or a server that cannot at the moment: the same again later. */
  | { readonly kind: 'later' }
  /** The story is not there, or not yet: it may be on its way itself. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'refused'; readonly problem: UploadProblem }

/** Sends bytes. `progress` is told the share that has gone out, 0 to 1. */
export type SendBytes = (
  place: FilePlace,
  file: { readonly name: string; readonly blob: Blob },
  progress: (share: number) => void,
) => Promise<Sent>

/** By XMLHttpRequest, which tells of progress where `fetch` does not. */
export const sendBytes: SendBytes = (place, { name, blob }, progress) =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('PUT', `${fileAddress(place)}?name=${encodeURIComponent(name)}`)
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.upload.addEventListener('progress', ({ loaded, total, lengthComputable }) => {
      if (lengthComputable && total > 0) progress(loaded / total)
    })
    request.addEventListener('load', () => resolve(sentOf(request.status, request.responseText)))
    for (const end of ['error', 'abort', 'timeout'] as const) {
      request.addEventListener(end, () => resolve({ kind: 'later' }))
    }
    request.send(blob)
  })

/** Asks the server to let a story show a file of another one. */
export async function askForCopy(place: FilePlace): Promise<Sent> {
  try {
    const answer = await fetch(`${fileAddress(place)}/copy`, { method: 'POST' })
    return sentOf(answer.status, await answer.text())
  } catch {
    return { kind: 'later' }
  }
}

function sentOf(status: number, text: string): Sent {
  if (status === 200 || status === 201) return { kind: 'stored' }
  if (status === 404) return { kind: 'absent' }
  // Signed out by expiry: after signing in again it goes on.
  if (status >= 500 || status === 401 || status === 408 || status === 429) return { kind: 'later' }
  return { kind: 'refused', problem: problemIn(text) }
}

function problemIn(text: string): UploadProblem {
  try {
    const failure = readProblem(JSON.parse(text))
    if (failure) return { kind: 'refused', failure }
  } catch {
    // A proxy answered, not Sluice.
  }
  return { kind: 'unsaid' }
}
