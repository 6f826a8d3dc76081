'use client'

import { Plus } from 'lucide-react'
import { type Ref, type SyntheticEvent, useId, useState } from 'react'
import { keepDraft, readDraft } from '#components/session/drafts.ts'

/** The last row of a list, where the next is typed: Enter creates it and the field waits for another (UX11 keeps it). */
export function NewThing({
  label,
  draft: draftName,
  onCreate,
  field,
}: {
  /** What is created: "New theme". */
  readonly label: string
  /** Where what was begun is kept. */
  readonly draft: string
  /** Gives why it was not taken, said at the field; null when it was. */
  readonly onCreate: (name: string) => string | null
  readonly field?: Ref<HTMLInputElement>
}) {
  const [name, setName] = useState(() => readDraft(draftName))
  const [problem, setProblem] = useState<string | null>(null)
  const problemId = useId()
  const change = (next: string) => {
    setName(next)
    setProblem(null)
    keepDraft(draftName, next)
  }
  const create = (event: SyntheticEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    const refused = onCreate(name.trim())
    if (refused === null) change('')
    else setProblem(refused)
  }
  return (
    <form onSubmit={create} className="px-2 py-1.5">
      <div className="flex items-center gap-2 text-subtle">
        <Plus aria-hidden size={16} className="ms-[5px] shrink-0" />
        <input
          ref={field}
          value={name}
          aria-label={label}
          placeholder={label}
          autoComplete="off"
          aria-invalid={problem !== null || undefined}
          aria-describedby={problem === null ? undefined : problemId}
          onChange={(event) => change(event.target.value)}
          className="h-control min-w-0 flex-1 rounded-control bg-transparent px-1.5 text-interface text-text focus:outline-2 focus:outline-focus"
        />
      </div>
      {problem === null ? null : (
        <p id={problemId} role="alert" className="mt-1 ps-8 text-label text-danger">
          {problem}
        </p>
      )}
    </form>
  )
}
