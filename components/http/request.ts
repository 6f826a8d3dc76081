import type { Problem } from '#components/language/problemText.ts'
import { readProblem } from '#lib/schema/failure.ts'

/** Calls of the REST API by pages that are not part of the local-first workspace: sign-in, setup, settings. */

/** What came back: the value, or why not. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | (Problem & {
      readonly ok: false
      /** The name of the field that it is about. */
      readonly field: string | null
    })

export type Failed = Extract<Answer<never>, { ok: false }>

/**
 * Sends a request to `/api/v1` and gives its JSON. Every failure is a value, which `useProblem` says; nothing is sent twice.
 */
export async function request<T>(
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: object,
): Promise<Answer<T>> {
  let response: Response
  try {
    response = await fetch(`/api/v1${path}`, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      headers: body ? { 'content-type': 'application/json' } : {},
      body: body ? JSON.stringify(body) : undefined,
    })
  } catch {
    return UNREACHABLE
  }
  const text = await response.text().catch(() => '')
  const json = parse(text)
  if (response.ok) return { ok: true, value: json as T }
  return failure(json, response.status)
}

/** Without a sentence: what the page says of it needs none of the server's. */
const UNREACHABLE: Failed = { ok: false, code: 'unreachable', message: '', field: null }

function parse(text: string): unknown {
  if (text === '') return null
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function failure(json: unknown, status: number): Failed {
  const problem = readProblem(json)
  return problem
    ? { ok: false, ...problem }
    : { ok: false, code: `http${status}`, message: '', field: null }
}
