'use client'

import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { Answer, Failed } from './request.ts'
import { useProblem } from './useProblem.ts'

/** What was typed, by the names of the fields. */
export type Typed = Readonly<Record<string, string>>

interface Options<T> {
  /** Where what is typed survives a reload, in this tab. Passwords and codes are never kept. */
  readonly draft: string
  readonly submit: (typed: Typed) => Promise<Answer<T>>
  /** Goes on. The form stays busy meanwhile, unless it can be used `again`. */
  readonly onDone: (value: T) => void
  /** The form stays on the page: it is emptied when it was accepted. */
  readonly again?: boolean
}

const KEPT = new Set(['name', 'email', 'workspace'])

/**
 * A form whose fields belong to the browser, so that what people or password managers fill in before the page has come to
 * life is not lost. Errors come from the server, each beside its field, which gets the focus.
 */
export function useForm<T>({ draft, submit, onDone, again = false }: Options<T>) {
  const form = useRef<HTMLFormElement>(null)
  const problem = useProblem()
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<Failed | null>(null)

  useEffect(() => {
    for (const [name, text] of Object.entries(readDraft(draft))) {
      const field = fieldOf(form.current, name)
      if (field && field.value === '') field.value = text
    }
  }, [draft])

  useEffect(() => {
    if (failed?.field) fieldOf(form.current, failed.field)?.focus()
  }, [failed])

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setFailed(null)
    const answer = besidePassword(await submit(typedIn(event.currentTarget)))
    if (answer.ok) {
      keepDraft(draft, {})
      if (again) {
        form.current?.reset()
        setBusy(false)
      }
      onDone(answer.value)
      return
    }
    setBusy(false)
    setFailed(answer)
  }

  return {
    busy,
    /** The sentence about one field, or null. */
    errorOf: (name: string) => (failed?.field === name ? problem(failed) : null),
    /** The sentence that is about no field of this form, or null. `fields`: the names of those it has. */
    errorBeside: (...fields: string[]) =>
      failed && !(failed.field && fields.includes(failed.field)) ? problem(failed) : null,
    form: {
      ref: form,
      // Posting, or a form sent before the page has come to life would write a password into the address.
      method: 'post' as const,
      noValidate: true,
      onSubmit: (event: FormEvent<HTMLFormElement>) => void onSubmit(event),
      onInput: (event: FormEvent<HTMLFormElement>) => {
        keepDraft(draft, typedIn(event.currentTarget))
        if (failed && (event.target as HTMLInputElement).name === failed.field) setFailed(null)
      },
    },
  }
}

/** That e-mail and password do not fit is said beside the password: it is the one to be typed again. */
function besidePassword<T>(answer: Answer<T>): Answer<T> {
  return !answer.ok && answer.code === 'wrongCredentials'
    ? { ...answer, field: 'password' }
    : answer
}

function typedIn(form: HTMLFormElement): Typed {
  const entries = [...new FormData(form)].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  return Object.fromEntries(entries)
}

function fieldOf(form: HTMLFormElement | null, name: string): HTMLInputElement | null {
  const field = form?.elements.namedItem(name)
  return field instanceof HTMLInputElement ? field : null
}

function readDraft(draft: string): Typed {
  try {
    return JSON.parse(sessionStorage.getItem(`sluice:draft:${draft}`) ?? '{}') as Typed
  } catch {
    return {}
  }
}

function keepDraft(draft: string, typed: Typed): void {
  const kept = Object.entries(typed).filter(([name, text]) => KEPT.has(name) && text !== '')
  try {
    if (kept.length === 0) sessionStorage.removeItem(`sluice:draft:${draft}`)
    else sessionStorage.setItem(`sluice:draft:${draft}`, JSON.stringify(Object.fromEntries(kept)))
  } catch {
    // Nothing can be kept here; the fields themselves still hold what was typed.
  }
}
