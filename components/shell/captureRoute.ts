import type { BoardRoute } from './routes.ts'

/**
 * Reads `/w/<workspace>/capture`, where what is shared with the installed app arrives (components/shell/manifest.ts): as one line, which
 * is one idea. Many apps say the same twice, or put the address into the text.
 */
export function parseCapture(query: URLSearchParams): BoardRoute {
  const [title, text, url] = ['title', 'text', 'url'].map((name) => oneLine(query.get(name)))
  const parts = [title, text, url].filter((part) => part !== undefined && part !== '') as string[]
  const capture = parts
    .filter((part, at) => !parts.some((other, place) => isWithin(part, at, other, place)))
    .join(' – ')
  return { page: 'refine', peek: null, stage: 'idea', capture }
}

/** Writes the address; `parseCapture` gives the text back. */
export function formatCapture(text: string): string {
  return text === '' ? '' : `?${new URLSearchParams({ text })}`
}

function oneLine(text: string | null): string {
  return (text ?? '').replace(/\s+/g, ' ').trim()
}

/** True for a part that another one says, too; of two equal ones for the later. */
function isWithin(part: string, at: number, other: string, place: number): boolean {
  if (at === place) return false
  return part === other ? at > place : other.includes(part)
}
