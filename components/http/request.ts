/** Calls of the REST API by pages that are not part of the local-first workspace: sign-in, setup, settings. */

/** What came back: the value, or a sentence saying why not. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false
      /** The server's code, or `unreachable` when there was no answer of it. */
      readonly code: string
      readonly message: string
      /** The name of the field that the sentence is about. */
      readonly field: string | null
    }

export type Failed = Extract<Answer<never>, { ok: false }>

/**
 * Sends a request to `/api/v1` and gives its JSON. Every failure is a value with a sentence for the person; nothing is
 * sent twice.
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

const UNREACHABLE: Failed = {
  ok: false,
  code: 'unreachable',
  message:
    'The server cannot be reached. What you typed is still here; check your connection and try again.',
  field: null,
}

function parse(text: string): unknown {
  if (text === '') return null
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function failure(json: unknown, status: number): Failed {
  const error = (json as { error?: { code?: unknown; message?: unknown; field?: unknown } } | null)
    ?.error
  if (typeof error?.message !== 'string') {
    return {
      ok: false,
      code: `http${status}`,
      message: `The server answered with an error (${status}). Nothing was changed; try again in a moment.`,
      field: null,
    }
  }
  return {
    ok: false,
    code: typeof error.code === 'string' ? error.code : `http${status}`,
    message: error.message,
    field: typeof error.field === 'string' ? error.field : null,
  }
}
