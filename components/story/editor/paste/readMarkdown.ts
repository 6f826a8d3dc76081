import { Marked } from 'marked'
import { isEntangled } from './entangled.ts'

const reader = new Marked({ gfm: true, breaks: false })

/**
 * Gives Markdown as HTML, still to be cleaned like any that is pasted: HTML in Markdown is HTML. What would take too long to
 * read is given as the words it is written in.
 */
export function markdownToHtml(markdown: string): string {
  if (isEntangled(markdown)) return asWritten(markdown)
  return reader.parse(markdown, { async: false })
}

function asWritten(text: string): string {
  const safe = text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
  return safe
    .split('\n')
    .map((line) => `<p>${line}</p>`)
    .join('')
}
